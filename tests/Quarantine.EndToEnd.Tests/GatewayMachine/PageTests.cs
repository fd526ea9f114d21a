using System.Text.RegularExpressions;
using Quarantine.Gateway.Commands;
using Quarantine.Gateway.Configuration;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;
using Quarantine.TestKit.Programs;

namespace Quarantine.EndToEnd.Tests.GatewayMachine;

/// <summary>What the pages tell somebody to type, copy or open is there and is accepted.</summary>
public sealed partial class PageTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    public static TheoryData<string> Pages => ["hardware/gateway/README.md", "firmware/README.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Commands_OfThePage_AreUnderstoodByTheGateway(string page)
    {
        var root = GatewayProgram.Create(_terminal.Context(TextWriter.Null, TextWriter.Null)).Root;
        var calls = GatewayPage.Calls(Read(page), "quarantine-gateway").ToList();

        Assert.True(calls.Count >= 4);
        Assert.All(calls, words =>
        {
            // A command that is named without its options is not one to type.
            var missing = root.Parse(words).Errors.Where(error => words.Any(word => word.StartsWith('-')) || !error.Message.Contains("required", StringComparison.Ordinal));
            Assert.True(!missing.Any(), $"{string.Join(' ', words)}: {string.Join(' ', missing.Select(error => error.Message))}");
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Files_ThatThePageNames_AreThere(string page)
    {
        var text = Read(page);
        var named = Paths().Matches(text).Select(match => match.Value.TrimEnd('.', '/')).ToHashSet(StringComparer.Ordinal);

        Assert.True(named.Count >= 3);
        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(RepositoryRoot.Path, path)), $"{page} names {path}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_OfThePage_LeadSomewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(RepositoryRoot.Path, page))!;
        var links = Links().Matches(Read(page)).Select(match => match.Groups["target"].Value).Where(target => !target.Contains("://", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link =>
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? Path.Combine(RepositoryRoot.Path, page) : Path.GetFullPath(parts[0], folder);
            Assert.True(Path.Exists(target), $"{page} links to {link}");
            Assert.True(parts.Length == 1 || Anchors(File.ReadAllText(target)).Contains(parts[1]), $"{page} links to {link}");
        });
    }

    [Fact]
    public void Settings_OfTheGatewaysPage_AreAcceptedByTheGateway()
    {
        var options = ConfigurationFile.Load(_terminal.Write("gateway.json", Assert.Single(GatewayPage.Blocks(GatewayPage.Text, "json"))));

        Assert.Equal(["systemctl", "reload", "mosquitto"], options.Provisioning.ReloadBroker);
        Assert.Equal(["systemctl", "restart", "mosquitto"], options.Provisioning.RestartBroker);
        Assert.Equal(["systemctl", "--no-block", "try-restart", "quarantine-gateway"], options.Provisioning.RestartGateway);
        Assert.Equal(_terminal.PathOf("community-ca.pem"), options.CommunityBroker.CaFile);
    }

    [Fact]
    public void Commands_OfTheGatewaysPage_InstallFilesOfTheRepository()
    {
        var sources = GatewayPage.Blocks(GatewayPage.Text, "sh").SelectMany(block => block.Split('\n'))
            .Where(line => line.StartsWith("sudo install -m", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ').Where(word => word.StartsWith("hardware/", StringComparison.Ordinal))).ToList();
        var made = Directory.EnumerateFiles(GatewayPage.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(RepositoryRoot.Path, path))
            .Where(path => !path.EndsWith(".md", StringComparison.Ordinal));

        Assert.Equal(made.Order(StringComparer.Ordinal), sources.Order(StringComparer.Ordinal));
        Assert.All(sources.Where(path => path.Contains("/bin/", StringComparison.Ordinal)), path =>
            Assert.True(File.GetUnixFileMode(Path.Combine(RepositoryRoot.Path, path)).HasFlag(UnixFileMode.UserExecute), path));
    }

    /// <summary>Root runs what the settings name, so they lie where no service writes.</summary>
    [Fact]
    public void Settings_OfTheGatewaysPage_LieWhereNoServiceWrites()
    {
        const string Settings = "/etc/quarantine/gateway.json";
        var options = ConfigurationFile.Load(_terminal.Write("gateway.json", Assert.Single(GatewayPage.Blocks(GatewayPage.Text, "json"))));

        Assert.Equal("/etc/quarantine/house", options.HouseDirectory);
        Assert.Contains("sudo install -d -m 750 -o root -g quarantine /etc/quarantine /etc/quarantine/house\n", GatewayPage.Text, StringComparison.Ordinal);
        Assert.Contains($"sudo nano {Settings}\n", GatewayPage.Text, StringComparison.Ordinal);
        Assert.EndsWith($" --config {Settings}", Assert.Single(UnitFile.Read("quarantine-gateway.service").Of("ExecStart")), StringComparison.Ordinal);
        Assert.Contains($":-{Settings}}}", File.ReadAllText(Path.Combine(GatewayPage.Folder, "bin", "quarantine-gateway")), StringComparison.Ordinal);
    }

    /// <summary>An update that leaves a line of step 5 out changes nothing, and says so to nobody.</summary>
    [Fact]
    public void Update_OfTheGatewaysPage_NamesEachLineThatInstallsTheProgram()
    {
        var lines = GatewayPage.Blocks(GatewayPage.Text, "sh").SelectMany(block => block.Split('\n')).Where(line => line.EndsWith(" /opt/quarantine/gateway", StringComparison.Ordinal)).ToList();
        var update = GatewayPage.Text.Split('\n').Single(line => line.StartsWith("| updates |", StringComparison.Ordinal));

        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Contains($"`{line}`", update, StringComparison.Ordinal));
    }

    /// <summary>The flasher is told of files that <c>node add</c> writes, by options that this page alone brings together.</summary>
    [Fact]
    public void Flashing_OfTheFirmwaresPage_UsesTheFilesOfANode()
    {
        var calls = GatewayPage.Calls(GatewayPage.FirmwareText, "nanoff").ToList();

        Assert.Contains(calls, words => words.Contains("--filedeployment") && words.Contains("deploy.json"));
        Assert.Contains(calls, words => words.Contains("--networkdeployment") && words.Contains("network.json"));
        Assert.Contains(calls, words => words.Contains("--update") && words.Contains("ESP32_REV3"));
        Assert.Contains(calls, words => words.Contains("--deploy") && words.Contains("--image"));
        Assert.All([NodeProvisioning.FileName, NodeProvisioning.AuthorityFileName, .. NodeProvisioning.CounterFileNames],
            name => Assert.Contains($"`{name}`", GatewayPage.FirmwareText, StringComparison.Ordinal));
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, page));

    private static HashSet<string> Anchors(string page) => Headings().Matches(page)
        .Select(match => string.Concat(match.Groups["text"].Value.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')).Replace(' ', '-'))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\w/.-])(hardware|firmware|host|tests|contracts)/[\w./-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paths();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Links();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Headings();
}

using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.GatewayMachine;

/// <summary>A systemd unit or drop-in of the repository, line by line (systemd.syntax(7)).</summary>
internal sealed class UnitFile
{
    private UnitFile(string path, IReadOnlyList<(string Section, string Key, string Value)> settings) => (Path, Settings) = (path, settings);

    public static string Folder { get; } = System.IO.Path.Combine(RepositoryRoot.Path, "hardware", "gateway", "systemd");

    public string Path { get; }

    public IReadOnlyList<(string Section, string Key, string Value)> Settings { get; }

    /// <summary>Throws where a line is neither a section, a setting, a comment nor empty.</summary>
    public static UnitFile Read(string name)
    {
        var path = System.IO.Path.Combine(Folder, name);
        var settings = new List<(string, string, string)>();
        var section = "";
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            Assert.True(equals > 0 && section.Length > 0 && line[^1] != '\\', $"{name}: '{line}'");
            settings.Add((section, line[..equals], line[(equals + 1)..]));
        }

        return new UnitFile(path, settings);
    }

    public IEnumerable<string> Of(string key) => Settings.Where(setting => setting.Key == key).Select(setting => setting.Value);
}

using System.Diagnostics;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.GatewayMachine;

/// <summary>The units of a gateway: as systemd itself judges them, and as they must be where it is not there to ask.</summary>
public sealed class SystemdUnitTests : IDisposable
{
    private const string Gateway = "quarantine-gateway.service";
    private const string Broker = "mosquitto.service.d/quarantine.conf";
    private const string DebianBroker = "/lib/systemd/system/mosquitto.service";
    private const string Scripts = "/usr/local/lib/quarantine/";

    /// <summary>Settings that are there once for each of their values.</summary>
    private static readonly string[] Lists = ["ExecStart", "ExecStartPre", "SystemCallFilter"];

    /// <summary>Without one of these the unit is not what its page says.</summary>
    private static readonly (string Key, string Value)[] Hardened =
    [
        ("NoNewPrivileges", "yes"), ("CapabilityBoundingSet", ""), ("AmbientCapabilities", ""), ("ProtectSystem", "strict"), ("ProtectHome", "yes"),
        ("PrivateTmp", "yes"), ("PrivateDevices", "yes"), ("PrivateUsers", "yes"), ("ProtectKernelTunables", "yes"), ("ProtectKernelModules", "yes"),
        ("ProtectKernelLogs", "yes"), ("ProtectControlGroups", "yes"), ("ProtectClock", "yes"), ("ProtectHostname", "yes"), ("ProtectProc", "invisible"),
        ("RestrictNamespaces", "yes"), ("RestrictRealtime", "yes"), ("RestrictSUIDSGID", "yes"), ("LockPersonality", "yes"), ("LimitCORE", "0"),
        ("SystemCallArchitectures", "native"), ("SystemCallErrorNumber", "EPERM"), ("UMask", "0077"), ("Restart", "always"), ("StartLimitIntervalSec", "0"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-units-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Units => [Gateway, Broker];

    [Theory]
    [MemberData(nameof(Units))]
    public void Unit_EachSetting_StandsOnceInItsSection(string name)
    {
        var unit = UnitFile.Read(name);

        Assert.All(unit.Settings, setting => Assert.Contains(setting.Section, new[] { "Unit", "Service", "Install" }));
        Assert.All(
            unit.Settings.GroupBy(setting => setting.Key, StringComparer.Ordinal).Where(group => !Lists.Contains(group.Key)),
            group => Assert.True(group.Count() == 1, $"{group.Key} stands {group.Count()} times"));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Unit_EachHardeningSetting_IsOn(string name)
    {
        var unit = UnitFile.Read(name);

        Assert.All(Hardened, setting => Assert.Equal(setting.Value, Assert.Single(unit.Of(setting.Key))));
        Assert.Contains("@system-service", unit.Of("SystemCallFilter"));
        Assert.Contains("~@privileged @resources", unit.Of("SystemCallFilter"));
        Assert.Equal(name == Broker, unit.Of("MemoryDenyWriteExecute").Contains("yes"));
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Unit_EachProgramOfOurs_IsInstalledByThePageFromAFileOfTheRepository(string name)
    {
        var page = GatewayPage.Text;

        foreach (var word in UnitFile.Read(name).Settings.Where(setting => setting.Key.StartsWith("Exec", StringComparison.Ordinal)).SelectMany(setting => setting.Value.Split(' ')))
        {
            if (word.StartsWith(Scripts, StringComparison.Ordinal))
            {
                Assert.True(File.Exists(Path.Combine(GatewayPage.Folder, "bin", word[Scripts.Length..])), word);
                Assert.Contains($"hardware/gateway/bin/{word[Scripts.Length..]} {Scripts}", page, StringComparison.Ordinal);
            }
            else if (word.StartsWith("/opt/", StringComparison.Ordinal) || word.StartsWith("/var/lib/", StringComparison.Ordinal))
            {
                Assert.Contains(Path.GetDirectoryName(word)!, page, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>systemd warns of what it does not know and then ignores it: a slip would leave the service open.</summary>
    [Fact]
    public void Verify_BySystemdItself_FindsNothing()
    {
        if (!IsSystemdThere())
        {
            return;
        }

        var (code, complaints) = Analyse("verify", PrepareGateway(), PrepareBroker());

        Assert.Equal("", complaints);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Verify_BySystemdItself_FindsASlip()
    {
        if (!IsSystemdThere())
        {
            return;
        }

        var unit = PrepareGateway();
        File.WriteAllText(unit, File.ReadAllText(unit).Replace("ProtectHome=", "ProtectHomes=", StringComparison.Ordinal));

        Assert.Contains("ProtectHomes", Analyse("verify", unit).Complaints, StringComparison.Ordinal);
    }

    /// <summary>On systemd's scale of 0 (tight) to 10 (open).</summary>
    [Fact]
    public void Security_BySystemdItself_IsExposedLessThanTwo()
    {
        if (!IsSystemdThere())
        {
            return;
        }

        foreach (var unit in (string[])[PrepareGateway(), PrepareBroker()])
        {
            var (code, complaints) = Analyse("security", "--offline=true", "--threshold=20", "--no-pager", unit);
            Assert.True(code == 0, complaints);
        }
    }

    private static bool IsSystemdThere() => File.Exists("/usr/bin/systemd-analyze");

    /// <summary>The paths of a gateway become those of this machine, which has neither user nor folder of it.</summary>
    private string PrepareGateway()
    {
        var unit = Path.Combine(_folder, Gateway);
        File.WriteAllText(unit, File.ReadAllText(Path.Combine(UnitFile.Folder, Gateway)).Replace("/usr/bin/dotnet", DotNet(), StringComparison.Ordinal));
        return unit;
    }

    private string PrepareBroker()
    {
        var unit = Path.Combine(_folder, "mosquitto.service");
        File.Copy(DebianBroker, unit, overwrite: true);
        Directory.CreateDirectory($"{unit}.d");
        var text = File.ReadAllText(Path.Combine(UnitFile.Folder, Broker));
        File.WriteAllText(Path.Combine($"{unit}.d", "quarantine.conf"), text.Replace(Scripts, $"{GatewayPage.Folder}/bin/", StringComparison.Ordinal));
        return unit;
    }

    private static string DotNet() => Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "/usr/bin/dotnet";

    private (int Code, string Complaints) Analyse(params string[] arguments)
    {
        var start = new ProcessStartInfo("systemd-analyze", arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["SYSTEMD_UNIT_PATH"] = $"{_folder}:";
        start.Environment["SYSTEMD_LOG_LEVEL"] = "warning";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var complaints = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, complaints + (process.ExitCode == 0 ? "" : output));
    }
}

using System.Text.Json;
using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Rules;

const string Usage = """
    quarantine-hardware write [FOLDER]   writes the firmware's pins, the pages' tables and the wiring pictures
    quarantine-hardware check [FOLDER]   names what breaks a rule or is not as 'write' would write it

    FOLDER is the repository's root, the present folder unless given. Exit code: 0, 1 where something is wrong, 2 for a wrong command.
    """;

if (args is not ["write" or "check", ..] || args.Length > 2)
{
    await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
    return 2;
}

var files = new RepositoryFiles(args is [_, var folder] ? folder : Directory.GetCurrentDirectory());
IReadOnlyList<string> faults;
try
{
    faults = HardwareRules.Check(files);
}
catch (Exception e) when (e is IOException or JsonException or FormatException or KeyNotFoundException)
{
    await Console.Error.WriteLineAsync($"hardware: the sources below '{files.Root}' cannot be read: {e.Message}").ConfigureAwait(false);
    return 1;
}

foreach (var fault in faults)
{
    await Console.Error.WriteLineAsync($"hardware: {fault}").ConfigureAwait(false);
}

if (args[0] == "write")
{
    return faults.Count > 0 ? 1 : Write(files);
}

var drifted = GeneratedFiles.Drifted(files);
foreach (var path in drifted)
{
    await Console.Error.WriteLineAsync($"hardware: {path} is not what the pin map and the tables give; run 'make hardware'").ConfigureAwait(false);
}

return faults.Count + drifted.Count > 0 ? 1 : 0;

static int Write(RepositoryFiles files)
{
    foreach (var (path, content) in GeneratedFiles.Of(files))
    {
        if (files.Exists(path) && files.Read(path) == content)
        {
            continue;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(files.PathOf(path))!);
        File.WriteAllText(files.PathOf(path), content);
        Console.WriteLine($"hardware: wrote {path}");
    }

    return 0;
}

using System.Globalization;
using Quarantine.Demo.Outcome;
using Quarantine.Demo.Scenario;
using Quarantine.Demo.Screen;
using Quarantine.Demo.World;
using Quarantine.TestKit;
using Spectre.Console;

var start = new DateTimeOffset(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);
var folder = Directory.CreateTempSubdirectory("quarantine-demo-").FullName;

// Everything temporary goes under one folder, which goes whatever way this ends; the servers end with this process.
Environment.SetEnvironmentVariable("TMPDIR", folder);
AppDomain.CurrentDomain.ProcessExit += (_, _) => DeleteFolder();
var file = Path.Combine(RepositoryRoot.Path, "artifacts", "demo", "summary.json");
try
{
    DemoOutcome outcome = null!;
    if (AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
    {
        await AnsiConsole.Live(new Text("Starting")).StartAsync(async display => outcome = await RunAsync(new LiveScreen(display)));
    }
    else
    {
        outcome = await RunAsync(new PlainScreen(Console.Out));
    }

    OutcomeFile.Write(file, outcome);
    return Tell(outcome);
}
finally
{
    DeleteFolder();
}

void DeleteFolder()
{
    try
    {
        Directory.Delete(folder, recursive: true);
    }
    catch (DirectoryNotFoundException)
    {
        // Deleted before.
    }
    catch (IOException)
    {
        // A server is still writing into it while this is stopped in the middle.
    }
}

async Task<DemoOutcome> RunAsync(IDemoScreen screen)
{
    await using var world = await DemoWorld.StartAsync(folder, start, screen);
    return await new DemoRun(world, screen).PlayAsync();
}

int Tell(DemoOutcome outcome)
{
    var differences = outcome.Differences();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.ReportsAccepted} of {outcome.ReportsExpected} reports on the chain, {outcome.ViolationsDetected} of {outcome.ViolationsExpected} violations found, {outcome.FalseViolations} false; {outcome.TripsDetected} of {outcome.TripsScripted} trips; alert seen in {outcome.AlertLatencyMsMedian:0} ms; {outcome.Lost} lost; {outcome.WallSeconds:0.0} s"));
    foreach (var difference in differences)
    {
        Console.WriteLine($"not as scripted: {difference}");
    }

    Console.WriteLine(differences.Count == 0 ? "The outcome equals the script." : "The outcome does not equal the script.");
    Console.WriteLine($"Written: {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    return differences.Count == 0 ? 0 : 1;
}

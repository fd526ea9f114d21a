using Quarantine.Firmware.Core;
using Quarantine.Firmware.Simulator.Scripts;
using Quarantine.Firmware.Simulator.Time;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator.Running;

/// <summary>Runs scripted nodes against a real broker until all their events are acknowledged.</summary>
public static class SimulationRun
{
    /// <summary>Everything was acknowledged.</summary>
    public const int Done = 0;

    /// <summary>Something was not acknowledged in time.</summary>
    public const int Unacknowledged = 1;

    /// <summary>A setting, record or script is wrong.</summary>
    public const int Misused = 2;

    /// <summary>The exit code; what happens goes to <paramref name="output"/>, complaints to <paramref name="errors"/>.</summary>
    public static async Task<int> RunAsync(RunSettings settings, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var nodes = new List<ScriptedNode>();
        try
        {
            var clock = new ScaledTimeProvider(TimeProvider.System, settings.Speed);
            var journal = new Journal(output, clock, settings.Json);
            nodes.AddRange(Open(settings, clock, journal));
            await Task.WhenAll(nodes.Select(node => node.RunAsync(cancellationToken)));
            if (settings.Stay)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }

            return await FinishAsync(nodes, settings.Patience, errors, cancellationToken);
        }
        catch (Exception mistake) when (mistake is ArgumentException or SimulationException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(mistake.Message);
            return Misused;
        }
        catch (OperationCanceledException)
        {
            return nodes.TrueForAll(node => node.Queued == 0) ? Done : Unacknowledged;
        }
        finally
        {
            await Task.WhenAll(nodes.Select(node => node.DisposeAsync().AsTask()));
        }
    }

    private static List<ScriptedNode> Open(RunSettings settings, TimeProvider clock, Journal journal)
    {
        if (settings.Records.Count != settings.Scripts.Count)
        {
            throw new SimulationException($"There are {settings.Records.Count} --record and {settings.Scripts.Count} --script: each record needs one script, in the same order.");
        }

        return [.. settings.Records.Zip(settings.Scripts, (record, script) => Open(record, script, settings, clock, journal))];
    }

    private static ScriptedNode Open(string recordFile, string scriptFile, RunSettings settings, TimeProvider clock, Journal journal)
    {
        var record = ProvisioningReader.Read(File.ReadAllBytes(recordFile), out var error) ?? throw new SimulationException($"{recordFile}: {error}.");
        var script = ScriptReader.ReadFile(scriptFile);
        IStorage flash = settings.FlashFolder is { } folder ? new FolderFlash(Path.Combine(folder, record.House, record.Node)) : new MemoryFlash();
        var caFile = record.Tls ? settings.CaFile ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(recordFile))!, "ca.pem") : null;
        return new ScriptedNode(new SimulatedNode(record, flash, new MosquittoLinkFactory(), clock, caFile), script, clock, journal);
    }

    private static async Task<int> FinishAsync(List<ScriptedNode> nodes, TimeSpan patience, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(nodes.Select(node => node.WaitUntilIdleAsync(cancellationToken))).WaitAsync(patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Told below, node by node.
        }

        foreach (var node in nodes.Where(node => node.Queued > 0))
        {
            await errors.WriteLineAsync(node.Complaint
                ?? $"{node.Name}: {node.Queued} events were not acknowledged. Is the gateway of this house running, and does it know this node's key?");
        }

        return nodes.TrueForAll(node => node.Queued == 0) ? Done : Unacknowledged;
    }
}

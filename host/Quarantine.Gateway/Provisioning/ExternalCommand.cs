using System.ComponentModel;
using System.Diagnostics;

namespace Quarantine.Gateway.Provisioning;

/// <summary>A program that the configuration names, run without a shell.</summary>
/// <param name="words">The program and its arguments; none: nothing is run.</param>
internal sealed class ExternalCommand(IReadOnlyList<string> words)
{
    private const int MostShown = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public bool IsSet => words.Count > 0;

    public string Text => string.Join(' ', words);

    /// <summary>Runs it to its end; what went wrong, null where nothing did.</summary>
    public async Task<string?> RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(Start())!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            _ = await output;
            return process.ExitCode == 0 ? null : $"it ended with {process.ExitCode}: {Shorten(await error)}";
        }
        catch (Win32Exception exception)
        {
            return exception.Message;
        }
        catch (TimeoutException)
        {
            return $"it has not ended after {Patience.TotalSeconds:0} s";
        }
    }

    private static string Shorten(string text) => text.Trim() is var trimmed && trimmed.Length > MostShown ? trimmed[..MostShown] : trimmed;

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(words[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in words.Skip(1))
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }
}

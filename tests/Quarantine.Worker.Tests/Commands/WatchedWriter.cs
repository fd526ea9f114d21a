namespace Quarantine.Worker.Tests.Commands;

/// <summary>Collects text from a program that still runs, and tells when a word has come.</summary>
internal sealed class WatchedWriter : StringWriter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _awaited;

    public Task UntilAsync(string word)
    {
        lock (_gate)
        {
            _awaited = word;
            Notice();
        }

        return _come.Task.WaitAsync(Patience);
    }

    public override void Flush()
    {
        lock (_gate)
        {
            base.Flush();
            Notice();
        }
    }

    public override void Write(string? value)
    {
        lock (_gate)
        {
            base.Write(value);
            Notice();
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return base.ToString();
        }
    }

    private void Notice()
    {
        if (_awaited is not null && base.ToString().Contains(_awaited, StringComparison.Ordinal))
        {
            _come.TrySetResult();
        }
    }
}

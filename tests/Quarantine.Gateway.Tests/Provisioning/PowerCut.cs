using Quarantine.Gateway.Provisioning.Files;

namespace Quarantine.Gateway.Tests.Provisioning;

/// <summary>Ends whoever changes files at their n-th change, as a power cut would: half of a file may be written, and nothing is tidied up.</summary>
internal sealed class PowerCut(int after)
{
    private int _changes;

    public bool Happened { get; private set; }

    public FileChanges Changes => new(Before);

    private void Before(string change)
    {
        if (_changes++ != after)
        {
            return;
        }

        Happened = true;
        const string Writing = "write ";
        if (change.StartsWith(Writing, StringComparison.Ordinal))
        {
            File.WriteAllText($"{change[Writing.Length..]}.new", "half of it");
        }

        throw new PowerFailedException();
    }
}

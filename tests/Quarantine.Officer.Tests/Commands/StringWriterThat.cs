namespace Quarantine.Officer.Tests.Commands;

/// <summary>Collects text, and acts once when it is as wanted.</summary>
internal sealed class StringWriterThat(Func<string, bool> isWanted, Action act) : StringWriter
{
    private bool _acted;

    public override void Flush()
    {
        base.Flush();
        if (!_acted && isWanted(ToString()))
        {
            _acted = true;
            act();
        }
    }
}

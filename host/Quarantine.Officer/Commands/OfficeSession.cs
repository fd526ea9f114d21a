using Quarantine.Ethereum.Keys;
using Quarantine.Officer.Office;
using Quarantine.Terminal.Arguments;

namespace Quarantine.Officer.Commands;

/// <summary>An office with its key and its connection, for one command.</summary>
internal sealed record OfficeSession(ChainAccess Chain, PrivateKey Key, OfficerOffice Office) : IDisposable
{
    public void Dispose()
    {
        Office.Dispose();
        Key.Dispose();
        Chain.Dispose();
    }
}

using Quarantine.Ethereum.Keys;
using Quarantine.RingSignatures.Keys;
using Quarantine.Terminal.Arguments;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Commands;

/// <summary>A desk with its keys and its connection, for one command.</summary>
internal sealed record DeskSession(ChainAccess Chain, PrivateKey Account, IReadOnlyList<SealingKeyPair> Keys, WorkerDesk Desk) : IDisposable
{
    public void Dispose()
    {
        Desk.Dispose();
        Account.Dispose();
        foreach (var key in Keys)
        {
            key.Dispose();
        }

        Chain.Dispose();
    }
}

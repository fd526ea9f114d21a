using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Errors;
using Quarantine.Worker.Desk;
using Quarantine.Worker.Inbox;

namespace Quarantine.Worker.Commands;

/// <summary>Finds the emergency that a command names.</summary>
internal static class CaseLookup
{
    /// <summary>Takes its message from the inbox, looks at the chain, and throws where neither knows it.</summary>
    public static async Task RequireAsync(WorkerDesk desk, SealedInbox inbox, Bytes32 hash, CancellationToken cancellationToken)
    {
        if (inbox.Find(hash) is { } message)
        {
            desk.TakeSealed(message);
        }

        await desk.LookAsync(cancellationToken);
        if (!desk.Entries.Any(entry => entry.Hash == hash))
        {
            throw new CommandException(
                ExitCode.Input, "There is no such emergency.", hash.ToString(), "Copy the hash from 'watch', and check --community and --inbox.");
        }
    }
}

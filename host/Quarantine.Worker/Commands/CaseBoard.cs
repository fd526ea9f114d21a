using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Output;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Commands;

/// <summary>Shows the cases of a desk as they come and change.</summary>
internal sealed class CaseBoard(WorkerDesk desk, CommandOutput output)
{
    private readonly Dictionary<Bytes32, CaseStatus> _shown = [];

    /// <summary>Writes every case that is new or stands elsewhere than when it was shown last.</summary>
    public void ShowChanges()
    {
        foreach (var entry in desk.Entries)
        {
            var status = CaseText.StatusOf(entry);
            if (!_shown.TryGetValue(entry.Hash, out var before) || before != status)
            {
                _shown[entry.Hash] = status;
                output.ShowNext(new CaseText(entry));
            }
        }
    }
}

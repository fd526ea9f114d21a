namespace Quarantine.Hardware.Pins;

/// <summary>The one source of pins: <c>hardware/pinmap.json</c>.</summary>
/// <param name="DefaultBoard">The board of a provisioning record that names none.</param>
public sealed record PinMap(
    string DefaultBoard,
    Chip Chip,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<Board> Boards,
    IReadOnlyList<Variant> Variants)
{
    public Signal? FindSignal(string name) => Signals.FirstOrDefault(signal => signal.Name == name);

    public Board? FindBoard(string name) => Boards.FirstOrDefault(board => board.Name == name);
}

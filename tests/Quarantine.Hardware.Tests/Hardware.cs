using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Pins;
using Quarantine.TestKit;

namespace Quarantine.Hardware.Tests;

/// <summary>The repository's own hardware, and broken copies of it.</summary>
internal static class Hardware
{
    public static RepositoryFiles Files { get; } = new(RepositoryRoot.Path);

    public static PinMap Map { get; } = Files.ReadPinMap();

    /// <summary>The map with one board changed.</summary>
    public static PinMap WithBoard(string name, Func<Board, Board> change) =>
        Map with { Boards = [.. Map.Boards.Select(board => board.Name == name ? change(board) : board)] };

    /// <summary>The map with a signal moved to another pin.</summary>
    public static PinMap Moved(string board, string signal, int gpio) =>
        WithBoard(board, old => old with { Pins = new Dictionary<string, BoardPin>(old.Pins, StringComparer.Ordinal) { [signal] = new(gpio, "a broken copy") } });

    /// <summary>The map with one variant changed.</summary>
    public static PinMap WithVariant(string name, Func<Variant, Variant> change) =>
        Map with { Variants = [.. Map.Variants.Select(variant => variant.Name == name ? change(variant) : variant)] };
}

using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Drawings;

/// <summary>The modules of a variant on a board, each side in the order of its holes.</summary>
public static class PlacedModules
{
    public static IReadOnlyList<PlacedModule> Of(Variant variant, Board board) =>
    [
        .. variant.Networks
            .Where(network => network.Signal != Signal.Battery || board.Battery.Upper is not null)
            .Select(network => Place(ModuleOf(network, board), board, board.Pins[network.Signal].Gpio))
            .OrderBy(placed => placed.Pin.Position),
    ];

    private static PlacedModule Place(Module module, Board board, int gpio)
    {
        var left = board.LeftPins.FirstOrDefault(pin => pin.Gpio == gpio);
        var pin = left ?? board.RightPins.First(right => right.Gpio == gpio);
        return new PlacedModule(module, pin, OnRight: left is null);
    }

    private static Module ModuleOf(Network network, Board board) => network switch
    {
        { Signal: Signal.Battery } => new DividerModule(board.Battery, board.SupplyPin),
        { PullDown: not null } => new PirModule(network),
        { PullUp: not null } => ContactOf(network),
        _ => new LedModule(network),
    };

    private static ContactModule ContactOf(Network network) => network.Signal switch
    {
        "door" => new ContactModule(network, "closed: door shut", "1", "2"),
        "tamper" => new ContactModule(network, "closed: lid shut", "NO", "COM"),
        _ => new ContactModule(network, "A, B: diagonal legs", "A", "B"),
    };
}

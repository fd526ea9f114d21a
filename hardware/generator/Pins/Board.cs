using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Pins;

/// <summary>A board that a node is built on, seen from its component side.</summary>
/// <param name="Name">As in a provisioning record.</param>
/// <param name="Usb">Edge with the USB socket: <c>top</c> or <c>bottom</c>.</param>
/// <param name="Left">Holes of the left edge from the top.</param>
/// <param name="RightOffset">How many holes lower the right edge begins.</param>
/// <param name="SupplyPin">Label of the 5 V hole.</param>
/// <param name="OnBoard">Pins that the board uses itself.</param>
/// <param name="Pins">By name of the signal.</param>
public sealed record Board(
    string Name,
    string Title,
    string Module,
    string Source,
    string Usb,
    string LeftHeader,
    string RightHeader,
    IReadOnlyList<string> Left,
    IReadOnlyList<string> Right,
    int RightOffset,
    string SupplyPin,
    IReadOnlyList<OnBoardUse> OnBoard,
    BatterySense Battery,
    Device Supply,
    IReadOnlyDictionary<string, BoardPin> Pins)
{
    public IReadOnlyList<HeaderPin> LeftPins => [.. Left.Select((text, index) => HeaderPin.Parse(LeftHeader, index + 1, text))];

    public IReadOnlyList<HeaderPin> RightPins => [.. Right.Select((text, index) => HeaderPin.Parse(RightHeader, index + 1, text))];

    /// <summary>Every hole where a GPIO comes out; some come out twice.</summary>
    public IEnumerable<HeaderPin> HolesOf(int gpio) => LeftPins.Concat(RightPins).Where(pin => pin.Gpio == gpio);
}

using Quarantine.Hardware.Parts;
using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Power;

namespace Quarantine.Hardware.Outputs;

/// <summary>The hardware's sources as they lie in a checked-out repository.</summary>
public sealed class RepositoryFiles(string root)
{
    public const string PinMapPath = "hardware/pinmap.json";
    public const string SensorNode = "hardware/sensor-node";
    public const string PagePath = SensorNode + "/README.md";

    public string Root { get; } = root;

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public bool Exists(string path) => File.Exists(PathOf(path));

    public string PathOf(string path) => Path.Combine(Root, path);

    public PinMap ReadPinMap() => PinMapReader.Read(Read(PinMapPath));

    public IReadOnlyList<BillOfMaterials> ReadBills(PinMap map) =>
        [.. map.Variants.Select(variant => BillOfMaterials.Read(variant.Name, Read($"{SensorNode}/bom/{variant.Name}.csv")))];

    public PowerTables ReadPower() => PowerTables.Read(Read($"{SensorNode}/power/phases.csv"), Read($"{SensorNode}/power/batteries.csv"));
}

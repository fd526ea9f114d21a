using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Drawings;

/// <summary>A module with the hole that its wire goes to.</summary>
public sealed record PlacedModule(Module Module, HeaderPin Pin, bool OnRight);

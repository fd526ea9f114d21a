using System.Security.Cryptography;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>.NET's random numbers.</summary>
internal sealed class HostRandom : IRandom
{
    public int Next(int exclusiveMaximum) => RandomNumberGenerator.GetInt32(exclusiveMaximum);
}

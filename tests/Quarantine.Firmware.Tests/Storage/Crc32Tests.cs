using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Storage;

public sealed class Crc32Tests
{
    [Fact]
    public void Compute_CheckString_GivesTheCataloguedValue() =>
        Assert.Equal(0xCBF43926, Crc32.Compute("123456789"u8.ToArray(), 9));
}

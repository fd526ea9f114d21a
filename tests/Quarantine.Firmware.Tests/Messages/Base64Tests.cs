using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Messages;

public sealed class Base64Tests
{
    [Fact]
    public void Encode_AnyBytes_EqualsThePlatforms() =>
        Prop.ForAll<byte[]>(bytes => Base64.Encode(bytes, bytes.Length) == Convert.ToBase64String(bytes)).QuickCheckThrowOnFailure();
}

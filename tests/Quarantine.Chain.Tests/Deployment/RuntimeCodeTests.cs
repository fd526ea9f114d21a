using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Deployment;

public sealed class RuntimeCodeTests
{
    private const int First = 3;
    private const int Second = 40;

    private static readonly RuntimeCode Code = new(
        [.. Enumerable.Repeat((byte)0xC0, First), .. new byte[32], .. Enumerable.Repeat((byte)0xDE, Second - First - 32), .. new byte[32], 0xFF],
        new Dictionary<string, int[]>(StringComparer.Ordinal) { ["twice"] = [First, Second] });

    [Fact]
    public void TryReadImmutables_TheSameCode_GivesTheWordsThatWereFilledIn()
    {
        Assert.True(Code.TryReadImmutables(Deployed(7, 7), out var immutables));
        Assert.Equal(("twice", Bytes32.FromUInt64(7)), (Assert.Single(immutables).Key, immutables["twice"]));
    }

    [Fact]
    public void TryReadImmutables_TwoValuesOfOneImmutable_IsRefused() => Assert.False(Code.TryReadImmutables(Deployed(7, 8), out _));

    [Fact]
    public void TryReadImmutables_AnyByteOutsideTheImmutablesChanged_IsRefused()
    {
        var deployed = Deployed(7, 7);
        foreach (var position in Enumerable.Range(0, deployed.Length).Where(position => position is < First or (>= First + 32 and < Second) or >= Second + 32))
        {
            var altered = deployed.ToArray();
            altered[position] ^= 1;
            Assert.False(Code.TryReadImmutables(altered, out _), $"byte {position}");
        }
    }

    [Fact]
    public void TryReadImmutables_AnotherLength_IsRefused()
    {
        Assert.False(Code.TryReadImmutables([], out _));
        Assert.False(Code.TryReadImmutables(Deployed(7, 7).AsSpan()[..^1], out _));
        Assert.False(Code.TryReadImmutables([.. Deployed(7, 7), 0], out _));
    }

    [Theory]
    [InlineData]
    [InlineData(-1)]
    [InlineData(Second + 2)]
    public void Constructor_AnImmutableThatIsNoWordOfTheCode_Throws(params int[] offsets) => Assert.Throws<ArgumentException>(
        "places", () => new RuntimeCode(new byte[Second + 33], new Dictionary<string, int[]>(StringComparer.Ordinal) { ["wrong"] = offsets }));

    private static byte[] Deployed(ulong first, ulong second) =>
    [
        .. Enumerable.Repeat((byte)0xC0, First), .. Bytes32.FromUInt64(first).ToArray(),
        .. Enumerable.Repeat((byte)0xDE, Second - First - 32), .. Bytes32.FromUInt64(second).ToArray(), 0xFF,
    ];
}

using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Tests.Abi;

public sealed class RevertDataTests
{
    [Fact]
    public void ToString_Panic_ShowsTheCode() =>
        Assert.Equal("panic 0x11", new RevertData(new AbiWriter().UInt256(0x11).ToCall(FunctionSelector.Of("Panic(uint256)"))).ToString());

    [Fact]
    public void ToString_UnknownError_ShowsTheBytes() => Assert.Equal("0x01020304", new RevertData(new byte[] { 1, 2, 3, 4 }).ToString());

    /// <summary>A contract's text must neither forge a log line nor drive a terminal nor fill the log.</summary>
    [Fact]
    public void ToString_ControlCharactersAndLength_AreTamed()
    {
        var hostile = "ok\n2026-01-01 admin logged in\u001b[2J\u202e" + new string('x', 100_000);
        var shown = new RevertData(new AbiWriter().String(hostile).ToCall(FunctionSelector.Of("Error(string)"))).ToString();
        Assert.DoesNotContain(shown, c => char.IsControl(c) || c == '\u202e');
        Assert.InRange(shown.Length, 1, 201);
    }

    [Fact]
    public void TryDecode_AnotherErrorOrMalformedArguments_IsFalse()
    {
        var error = FunctionSelector.Of("TooEarly(uint64)");
        var data = new RevertData(new AbiWriter().UInt64(1).ToCall(error));
        Assert.True(data.Is(error));
        Assert.True(data.TryDecode(error, (ref AbiReader r, out ulong v) => r.TryReadUInt64(out v), out var slot));
        Assert.Equal(1UL, slot);
        Assert.False(data.TryDecode(FunctionSelector.Of("TooLate(uint64)"), (ref AbiReader r, out ulong v) => r.TryReadUInt64(out v), out _));
        Assert.False(new RevertData(error.ToArray()).TryDecode(error, (ref AbiReader r, out ulong v) => r.TryReadUInt64(out v), out _));
    }
}

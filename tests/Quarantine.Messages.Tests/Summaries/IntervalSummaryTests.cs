using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Summaries;

namespace Quarantine.Messages.Tests.Summaries;

public sealed class IntervalSummaryTests
{
    [Fact]
    public void Pack_KnownValues_FieldsFromTheLeft()
    {
        var summary = IntervalSummary.Create(3, TimeSpan.FromMinutes(61), TimeSpan.FromMinutes(40), 1, TimeSpan.FromMinutes(241), SummaryFlags.SensorFault);

        Assert.Equal("0x010200030041002800" + "0102d0" + new string('0', 40), summary.Pack().ToString());
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.1, 60)]
    [InlineData(60, 60)]
    [InlineData(61, 240)]
    [InlineData(240.5, 720)]
    [InlineData(721, 1440)]
    [InlineData(3000, 1440)]
    public void Create_UnknownMinutes_RoundedUpToAStep(double minutes, int expected) =>
        Assert.Equal(expected, IntervalSummary.Create(0, default, default, 0, TimeSpan.FromMinutes(minutes), SummaryFlags.None).UnknownMinutes);

    [Fact]
    public void Create_NegativeTrips_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IntervalSummary.Create(-1, default, default, 0, default, SummaryFlags.None));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2)]
    [InlineData(1, 8)]
    [InlineData(1, 128)]
    [InlineData(5, 1)]
    [InlineData(7, 3)]
    [InlineData(11, 1)]
    [InlineData(12, 1)]
    [InlineData(31, 255)]
    public void TryUnpack_ForeignByte_False(int offset, byte value)
    {
        var bytes = IntervalSummary.Create(1, default, default, 0, default, SummaryFlags.None).Pack().ToArray();
        bytes[offset] = value;

        Assert.False(IntervalSummary.TryUnpack(new Bytes32(bytes), out var summary));
        Assert.Null(summary);
    }

    /// <summary>Law: TryUnpack is the inverse of Pack. 1,000 cases.</summary>
    [Fact]
    public void TryUnpack_PackedSummary_TheSame()
    {
        var cases = from trips in Gen.Choose(0, 70_000)
                    from outside in Gen.Choose(0, 70_000)
                    from longest in Gen.Choose(0, 1440)
                    from visits in Gen.Choose(0, 100)
                    from unknown in Gen.Choose(0, 2000)
                    from flags in Gen.Choose(0, 7)
                    select IntervalSummary.Create(
                        trips,
                        TimeSpan.FromMinutes(outside),
                        TimeSpan.FromMinutes(longest),
                        visits,
                        TimeSpan.FromMinutes(unknown),
                        (SummaryFlags)flags);

        Prop.ForAll(cases.ToArbitrary(), summary =>
            IntervalSummary.TryUnpack(summary.Pack(), out var read) && read == summary).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    /// <summary>Law: whatever is unpacked packs to the same 32 bytes. 2,000 random words.</summary>
    [Fact]
    public void TryUnpack_RandomWord_NeverThrowsAndIsCanonical()
    {
        var words = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(32);

        Prop.ForAll(words.ToArbitrary(), bytes =>
        {
            bytes[0] = 1;
            Array.Clear(bytes, 12, 20);
            var word = new Bytes32(bytes);
            return !IntervalSummary.TryUnpack(word, out var summary) || summary!.Pack() == word;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}

using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Storage;

public sealed class BootCounterTests
{
    [Fact]
    public void Constructor_EachBoot_CountsOn()
    {
        var storage = FlashStorage.Provisioned();
        for (var boot = 1; boot <= 5; boot++)
        {
            var counter = new BootCounter(storage);
            Assert.Equal((boot, true, false, false), (counter.Boot, counter.Certain, counter.Damaged, counter.Lost));
        }
    }

    /// <summary>Law: whatever writes of whatever boots a power cut tears, certain numbers only grow. 200 cases of 20 boots.</summary>
    [Fact]
    public void Constructor_PowerCutsThatTearWrites_CertainNumbersOnlyGrow()
    {
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 4), 20).ToArbitrary(), cuts =>
        {
            var storage = FlashStorage.Provisioned();
            storage.Tears = true;
            var last = 0;
            foreach (var cut in cuts)
            {
                storage.WritesLeft = cut;
                var counter = new BootCounter(storage);
                if (counter.Certain && counter.Boot <= last)
                {
                    return false;
                }

                last = counter.Certain ? counter.Boot : last;
            }

            return last > 0 || cuts.All(cut => cut == 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Constructor_PowerCutAfterAnyWrite_TheNextNumberWasNeverUsedWithCertainty(int writes)
    {
        var storage = FlashStorage.Provisioned();
        _ = new BootCounter(storage);
        storage.WritesLeft = writes;
        var cut = new BootCounter(storage);
        storage.WritesLeft = null;
        var next = new BootCounter(storage);

        Assert.True(next.Certain);
        Assert.True(!cut.Certain || next.Boot > cut.Boot);
    }

    [Theory]
    [InlineData(BootCounter.FirstCopy)]
    [InlineData(BootCounter.SecondCopy)]
    public void Constructor_OneCopyCorruptOrMissing_GoesOnFromTheOther(string copy)
    {
        for (var damage = 0; damage < 3; damage++)
        {
            var storage = FlashStorage.Provisioned();
            _ = new BootCounter(storage);
            _ = new BootCounter(storage);
            Damage(storage, copy, damage);
            var counter = new BootCounter(storage);
            Assert.Equal((3, true, damage != 0), (counter.Boot, counter.Certain, counter.Damaged));
        }
    }

    [Fact]
    public void Constructor_OneCopyWithAnyBitFlipped_IsSeenAsDamaged()
    {
        for (var bit = 0; bit < 96; bit++)
        {
            var storage = FlashStorage.Provisioned();
            var bytes = (byte[])storage.Files[BootCounter.FirstCopy].Clone();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            storage.Files[BootCounter.FirstCopy] = bytes;
            Assert.True(new BootCounter(storage).Damaged);
        }
    }

    [Fact]
    public void Constructor_BothCopiesLost_IsUncertain()
    {
        var counter = new BootCounter(new FlashStorage());

        Assert.Equal((1, false, true), (counter.Boot, counter.Certain, counter.Lost));
    }

    [Fact]
    public void Constructor_StorageFull_IsUncertainAndSaysSo()
    {
        var storage = FlashStorage.Provisioned();
        storage.Full = true;
        var counter = new BootCounter(storage);

        Assert.Equal((1, false, false), (counter.Boot, counter.Certain, counter.Stored));
    }

    [Fact]
    public void RaiseAbove_Number_IsKeptForTheNextBoot()
    {
        var storage = new FlashStorage();
        new BootCounter(storage).RaiseAbove(41);

        Assert.Equal(43, new BootCounter(storage).Boot);
    }

    private static void Damage(FlashStorage storage, string copy, int how)
    {
        switch (how)
        {
            case 0:
                storage.Files.Remove(copy);
                break;
            case 1:
                storage.Files[copy] = [];
                break;
            default:
                storage.Files[copy] = new byte[12];
                break;
        }
    }
}

using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Provisioning;

public sealed class ProvisioningReaderTests
{
    private const string Key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";

    private const string Full = $$"""
        {"v":1,"house":"house-17","node":"door-1","key":"{{Key}}","sensors":"door,help","power":"battery","broker":"192.168.1.10","port":8883,
         "tls":0,"user":"door-1","password":"p|w","motion-hold":3000,"motion-warm-up":0,"low-battery":2500,"home-assistant":0,"board":"esp32"}
        """;

    [Fact]
    public void Read_AllFields_GivesThem()
    {
        var record = Read(Full, out var error);

        Assert.Null(error);
        Assert.Equal(("house-17", "door-1", "192.168.1.10", 8883, "door-1", "p|w"), (record!.House, record.Node, record.Broker, record.Port, record.User, record.Password));
        Assert.Equal(SensorInput.Door | SensorInput.Help, record.Sensors);
        Assert.Equal((true, false, false), (record.OnBattery, record.Tls, record.HomeAssistant));
        Assert.Equal((3000, 0, 2500, "esp32"), (record.MotionHoldMs, record.MotionWarmUpMs, record.LowBatteryMillivolts, record.Board));
        Assert.Equal(Convert.FromHexString(Key), record.Key);
    }

    [Fact]
    public void Read_RequiredFieldsOnly_GivesDefaults()
    {
        var record = Read($$"""{"v":1,"house":"h","node":"n","key":"{{Key}}","sensors":"tamper","power":"mains","broker":"b","port":1}""", out var error);

        Assert.Null(error);
        Assert.Equal((false, true, true), (record!.OnBattery, record.Tls, record.HomeAssistant));
        Assert.Equal((5000, 60_000, 2400), (record.MotionHoldMs, record.MotionWarmUpMs, record.LowBatteryMillivolts));
        Assert.Equal(("", "", ""), (record.User, record.Password, record.Board));
    }

    [Theory]
    [InlineData("\"v\":1", "\"v\":2", "v")]
    [InlineData("\"house-17\"", "\"House\"", "house")]
    [InlineData("\"node\":\"door-1\"", "\"node\":\"\"", "node")]
    [InlineData("\"key\":\"01", "\"key\":\"0", "key")]
    [InlineData("\"key\":\"01", "\"key\":\"xx", "key")]
    [InlineData("door,help", "door,door", "sensors")]
    [InlineData("door,help", "door,window", "sensors")]
    [InlineData("door,help", "", "sensors")]
    [InlineData("\"battery\"", "\"solar\"", "power")]
    [InlineData("\"192.168.1.10\"", "\"\"", "broker")]
    [InlineData("\"port\":8883", "\"port\":65536", "port")]
    [InlineData("\"port\":8883", "\"port\":\"8883\"", "port")]
    [InlineData("\"tls\":0", "\"tls\":2", "tls")]
    [InlineData("\"user\":\"door-1\"", "\"user\":\"\"", "user")]
    [InlineData("\"user\":\"door-1\"", "\"user\":7", "user")]
    [InlineData("\"motion-hold\":3000", "\"motion-hold\":600001", "motion-hold")]
    [InlineData("\"motion-warm-up\":0", "\"motion-warm-up\":\"x\"", "motion-warm-up")]
    [InlineData("\"low-battery\":2500", "\"low-battery\":20001", "low-battery")]
    [InlineData("\"home-assistant\":0", "\"home-assistant\":3", "home-assistant")]
    [InlineData("\"board\":\"esp32\"", "\"bord\":\"esp32\"", "bord")]
    [InlineData("\"board\":\"esp32\"", "\"a|b\":1", "a|b")]
    [InlineData("\"board\":\"esp32\"", "\"tls\":0", "record")]
    [InlineData("{", "[", "record")]
    public void Read_Mistake_NamesTheFieldAndNeverTheSecrets(string part, string replacement, string field)
    {
        Assert.Contains(part, Full, StringComparison.Ordinal);

        var record = Read(Full.Replace(part, replacement, StringComparison.Ordinal), out var error);

        Assert.Null(record);
        Assert.StartsWith(field, error, StringComparison.Ordinal);
        Assert.DoesNotContain("p|w", error, StringComparison.Ordinal);
        Assert.DoesNotContain(Key[4..], error, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnyBytesOrSplice_NeverThrows()
    {
        Prop.ForAll<byte[]>(bytes => ProvisioningReader.Read(bytes, out var error) is null && error.Length > 0).QuickCheckThrowOnFailure();
        var splices =
            from start in Gen.Choose(0, Full.Length - 1)
            from length in Gen.Choose(0, Full.Length - start)
            from inserted in Gen.Elements("", "\"", "{", "}", ",", ":", "0", "99999999999999999999", "\\", "é", "\0")
            select string.Concat(Full.AsSpan(0, start), inserted, Full.AsSpan(start + length));
        Prop.ForAll(splices.ToArbitrary(), text => (Read(text, out var error) is null) == (error is not null)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Read_NullOrTooLong_IsAnError()
    {
        Assert.Null(ProvisioningReader.Read(null, out _));
        Assert.Null(Read(Full + new string(' ', 2048), out _));
    }

    private static ProvisioningRecord? Read(string text, out string? error) => ProvisioningReader.Read(Encoding.UTF8.GetBytes(text), out error);
}

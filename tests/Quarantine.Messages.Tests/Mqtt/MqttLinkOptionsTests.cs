using Quarantine.Messages.Mqtt;

namespace Quarantine.Messages.Tests.Mqtt;

public sealed class MqttLinkOptionsTests
{
    [Fact]
    public void Validate_HostAndClientIdOnly_Passes() => Valid().Validate();

    public static TheoryData<string, Action<MqttLinkOptions>> Mistakes => new()
    {
        { "Host", o => o.Host = " " },
        { "Port", o => o.Port = 0 },
        { "Port", o => o.Port = 65_536 },
        { "ClientId", o => o.ClientId = "" },
        { "ClientId", o => o.ClientId = new string('x', 129) },
        { "ClientId", o => o.ClientId = "a\nb" },
        { "KeepAlive", o => o.KeepAlive = TimeSpan.FromSeconds(1) },
        { "ConnectTimeout", o => o.ConnectTimeout = TimeSpan.Zero },
        { "ReconnectDelay", o => o.ReconnectDelay = TimeSpan.Zero },
        { "ReconnectDelayMaximum", o => o.ReconnectDelayMaximum = TimeSpan.FromMilliseconds(1) },
        { "MaximumPending", o => o.MaximumPending = 0 },
        { "MaximumPayload", o => o.MaximumPayload = (16 << 20) + 1 },
        { "CaFile", o => o.CaFile = "/nonexistent/ca.pem" },
        { "CertificateFile", o => o.CertificateFile = "/nonexistent/c.pem" },
        { "UserName", o => o.Password = "p" },
        { "Will", o => o.Will = new MqttWill("a/#", default, MqttQualityOfService.AtLeastOnce, true) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Validate_Mistake_NamesTheSetting(string setting, Action<MqttLinkOptions> mistake)
    {
        var options = Valid();
        mistake(options);

        var complaint = Assert.Throws<ArgumentException>(setting, options.Validate);

        Assert.Contains(setting, complaint.Message, StringComparison.Ordinal);
    }

    private static MqttLinkOptions Valid() => new() { Host = "localhost", ClientId = "gateway" };
}

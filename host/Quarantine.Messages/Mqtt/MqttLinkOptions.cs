using System.Text;

namespace Quarantine.Messages.Mqtt;

/// <summary>Settings of one link. <see cref="Validate"/> names the setting that is wrong and what it accepts.</summary>
public sealed class MqttLinkOptions
{
    /// <summary>Name or address of the broker; with TLS its certificate must carry it. Required.</summary>
    public string Host { get; set; } = "";

    /// <summary>1 to 65,535. Default 1883; 8883 is usual with TLS.</summary>
    public int Port { get; set; } = 1883;

    /// <summary>1 to 128 bytes of UTF-8, unique among the broker's clients: a second client of one name throws out the first. Required.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>False (default): the broker keeps subscriptions and QoS 1 messages while the client is away.</summary>
    public bool CleanSession { get; set; }

    /// <summary>The broker gives a silent client up after one and a half of it. 5 s to 18 h, default 30 s.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an attempt may take until the broker accepts. 100 ms to 5 min, default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The first delay after a loss; each further one doubles, up to <see cref="ReconnectDelayMaximum"/>, and is shortened by a random part
    /// of up to a half, so that clients of a restarted broker do not come all at once. 10 ms to 1 h, default 500 ms.
    /// </summary>
    public TimeSpan ReconnectDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>At least <see cref="ReconnectDelay"/>, at most 1 h. Default 30 s.</summary>
    public TimeSpan ReconnectDelayMaximum { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>PEM file of the authority that signed the broker's certificate. Set: TLS 1.2 or newer. Null (default): plain TCP.</summary>
    public string? CaFile { get; set; }

    /// <summary>PEM file of the client's certificate, with <see cref="KeyFile"/> and <see cref="CaFile"/>.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file of the client's key, not encrypted.</summary>
    public string? KeyFile { get; set; }

    public string? UserName { get; set; }

    /// <summary>Never logged. Needs <see cref="UserName"/>.</summary>
    public string? Password { get; set; }

    public MqttWill? Will { get; set; }

    /// <summary>Most messages that may wait or be unacknowledged; a further one throws. 1 to 1,000,000, default 10,000.</summary>
    public int MaximumPending { get; set; } = 10_000;

    /// <summary>Largest payload in bytes, in both directions. Larger ones that arrive are dropped and reported. Default 1 MiB, up to 16 MiB.</summary>
    public int MaximumPayload { get; set; } = 1 << 20;

    /// <summary>Throws <see cref="ArgumentException"/> for the first setting that is wrong.</summary>
    public void Validate()
    {
        Require(!string.IsNullOrWhiteSpace(Host) && !Host.Contains('\0', StringComparison.Ordinal), nameof(Host), "must be the broker's name or address");
        Require(Port is >= 1 and <= 65_535, nameof(Port), $"must lie in 1..65535, not {Port}");
        Require(IsText(ClientId, 128) && ClientId.Length > 0, nameof(ClientId), "must be 1 to 128 bytes of UTF-8 without control characters");
        RequireSpan(KeepAlive, TimeSpan.FromSeconds(5), TimeSpan.FromHours(18), nameof(KeepAlive));
        RequireSpan(ConnectTimeout, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(5), nameof(ConnectTimeout));
        RequireSpan(ReconnectDelay, TimeSpan.FromMilliseconds(10), TimeSpan.FromHours(1), nameof(ReconnectDelay));
        RequireSpan(ReconnectDelayMaximum, ReconnectDelay, TimeSpan.FromHours(1), nameof(ReconnectDelayMaximum));
        Require(MaximumPending is >= 1 and <= 1_000_000, nameof(MaximumPending), $"must lie in 1..1000000, not {MaximumPending}");
        Require(MaximumPayload is >= 1 and <= 16 << 20, nameof(MaximumPayload), $"must lie in 1..16777216 bytes, not {MaximumPayload}");
        ValidateCredentials();
        ValidateWill();
    }

    private void ValidateCredentials()
    {
        Require(CertificateFile is null == KeyFile is null, nameof(CertificateFile), "and KeyFile must be set together");
        Require(CertificateFile is null || CaFile is not null, nameof(CaFile), "must be set where CertificateFile is");
        Require(Password is null || UserName is not null, nameof(UserName), "must be set where Password is");
        Require(UserName is null || IsText(UserName, 65_535), nameof(UserName), "must be UTF-8 without control characters");
        Require(Password is null || IsText(Password, 65_535), nameof(Password), "must be UTF-8 without control characters");
        RequireFile(CaFile, nameof(CaFile));
        RequireFile(CertificateFile, nameof(CertificateFile));
        RequireFile(KeyFile, nameof(KeyFile));
    }

    private void ValidateWill()
    {
        Require(Will is null || MqttTopic.IsName(Will.Topic), nameof(Will), "must have a topic without wildcards");
        Require(Will is null || Will.Payload.Length <= 65_535, nameof(Will), "must have a payload of at most 65535 bytes");
        Require(Will is null || Enum.IsDefined(Will.QualityOfService), nameof(Will), "must have QoS 0 or 1");
    }

    private static bool IsText(string text, int maximum) =>
        Encoding.UTF8.GetByteCount(text) <= maximum && !text.Any(char.IsControl) && !text.Any(char.IsSurrogate);

    private static void RequireFile(string? path, string name) =>
        Require(path is null || File.Exists(path), name, $"names a file that does not exist or cannot be read: {path}");

    private static void RequireSpan(TimeSpan value, TimeSpan least, TimeSpan most, string name) =>
        Require(value >= least && value <= most, name, $"must lie in {least}..{most}, not {value}");

    private static void Require(bool condition, string name, string complaint)
    {
        if (!condition)
        {
            throw new ArgumentException($"MQTT setting {name} {complaint}.", name);
        }
    }
}

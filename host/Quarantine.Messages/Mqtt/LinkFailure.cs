using Quarantine.Messages.Mqtt.Native;

namespace Quarantine.Messages.Mqtt;

/// <summary>Tells a person what went wrong with a connection, and what to do.</summary>
internal static class LinkFailure
{
    internal static string Timeout(string broker, MqttLinkOptions options) =>
        $"The broker {broker} did not accept the connection within {options.ConnectTimeout.TotalSeconds:0.###} s. "
        + (options.CaFile is null
            ? "Check that it is an MQTT broker, and whether it expects TLS (CaFile)."
            : "Check that the port speaks TLS and that CaFile and Host fit the broker's certificate.");

    internal static MqttLinkException Refusal(string broker, int returnCode) => returnCode switch
    {
        4 or 5 => new(MqttLinkError.NotAuthorized, $"The broker {broker} refused the credentials (CONNACK {returnCode}). Check UserName, Password or the client certificate."),
        1 => new(MqttLinkError.Refused, $"The broker {broker} does not speak MQTT 3.1.1 (CONNACK 1)."),
        2 => new(MqttLinkError.Refused, $"The broker {broker} refused the ClientId (CONNACK 2)."),
        _ => new(MqttLinkError.Refused, $"The broker {broker} is not available (CONNACK {returnCode})."),
    };

    internal static MqttLinkException FromCode(string broker, int code, string? log) => code switch
    {
        MosquittoError.Tls => new(MqttLinkError.Tls, $"TLS with the broker {broker} failed. Check CaFile, Host and the client certificate.{Detail(log)}"),
        MosquittoError.NameResolution => new(MqttLinkError.Unreachable, $"The broker's name was not found: {broker}."),
        MosquittoError.ConnectionLost when log is not null => new(MqttLinkError.Tls, $"The broker {broker} ended the TLS handshake.{Detail(log)}"),
        _ => new(MqttLinkError.Unreachable, $"The broker {broker} cannot be reached: {MosquittoError.Describe(code)}"),
    };

    internal static MqttLinkException Lost(string broker, int code, string? log) =>
        new(MqttLinkError.ConnectionLost, $"The connection to the broker {broker} broke: {MosquittoError.Describe(code)}{Detail(log)}");

    private static string Detail(string? log) => log is null ? "" : $" ({log})";
}

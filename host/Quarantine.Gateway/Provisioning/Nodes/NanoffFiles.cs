using System.Text.Json;

namespace Quarantine.Gateway.Provisioning.Nodes;

/// <summary>
/// What <c>nanoff</c> reads (github.com/nanoframework/nanoFirmwareFlasher, FileDeployment and NetworkDeployment). Source files are named
/// without a folder, so that the whole folder can be carried to the computer that the board hangs on. The serial port is given when flashing.
/// </summary>
internal static class NanoffFiles
{
    /// <summary>The node's internal storage.</summary>
    private const string Drive = @"I:\";

    /// <summary>For <c>nanoff --filedeployment</c>: copies these files to the node's storage.</summary>
    public static byte[] Deployment(IEnumerable<string> names) => Write(json =>
    {
        json.WriteStartArray("Files");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("DestinationFilePath", Drive + name);
            json.WriteString("SourceFilePath", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>For <c>nanoff --networkdeployment</c>: a secret.</summary>
    public static byte[] Network(WifiCredentials wifi) => Write(json =>
    {
        var open = wifi.Password.IsEmpty;
        json.WriteStartObject("WirelessClient");
        json.WriteString("Ssid", wifi.Name);
        json.WriteString("Password", wifi.Password);
        json.WriteString("Authentication", open ? "Open" : "WPA2");
        json.WriteString("Encryption", open ? "None" : "WPA2_PSK2");
        json.WriteString("ConfigurationOption", "AutoConnect");
        json.WriteEndObject();
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }
}

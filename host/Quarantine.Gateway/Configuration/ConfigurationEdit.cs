using System.Text;
using System.Text.Json;

namespace Quarantine.Gateway.Configuration;

/// <summary>Changes one setting of a configuration file's text and leaves everything else as a person wrote it, comments too.</summary>
internal static class ConfigurationEdit
{
    private static readonly JsonReaderOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Throws <see cref="ConfigurationException"/> where the file is none, or says it twice.</summary>
    public static byte[] SetHouseBroker(ReadOnlySpan<byte> json, BrokerOptions broker)
    {
        var setting = Indent(JsonSerializer.Serialize(broker, GatewayJson.Default.BrokerOptions));
        var edited = Set(json, nameof(GatewayOptions.HouseBroker), Encoding.UTF8.GetBytes(setting));
        return JsonSerializer.Deserialize(edited, GatewayJson.Default.GatewayOptions)?.HouseBroker == broker
            ? edited
            : throw new ConfigurationException($"Setting {nameof(GatewayOptions.HouseBroker)} must stand in the configuration file once.");
    }

    private static byte[] Set(ReadOnlySpan<byte> json, string name, ReadOnlySpan<byte> value)
    {
        var (start, end, isEmpty) = Find(json, name);
        return start < end
            ? [.. json[..start], .. value, .. json[end..]]
            : [.. json[..start], .. Encoding.UTF8.GetBytes($"\n  \"{name}\": "), .. value, .. isEmpty ? "\n"u8 : ","u8, .. json[start..]];
    }

    /// <summary>Where the setting's value begins and ends; where it is missing, both are the place right after the opening brace.</summary>
    private static (int Start, int End, bool IsEmpty) Find(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Reading);
            Require(reader.Read() && reader.TokenType == JsonTokenType.StartObject);
            var (first, isEmpty) = ((int)reader.BytesConsumed, true);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                isEmpty = false;
                var isWanted = reader.ValueTextEquals(name);
                Require(reader.Read());
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                if (isWanted)
                {
                    return (start, (int)reader.BytesConsumed, isEmpty);
                }
            }

            return (first, first, isEmpty);
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException($"The configuration file is no JSON: {exception.Message}", exception);
        }
    }

    private static void Require(bool isObject)
    {
        if (!isObject)
        {
            throw new ConfigurationException("The configuration file is no JSON object.");
        }
    }

    private static string Indent(string text) => text.ReplaceLineEndings("\n  ");
}

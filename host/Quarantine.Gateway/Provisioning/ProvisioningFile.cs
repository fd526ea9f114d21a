using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Quarantine.Gateway.Provisioning;

/// <summary>Reads and writes this program's own JSON files.</summary>
internal static class ProvisioningFile
{
    private const int MaximumLength = 1 << 20;

    /// <summary>Null where there is no such file; throws <see cref="ProvisioningException"/> where it is something else.</summary>
    public static T? Load<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileInfo(path).Length <= MaximumLength
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) ?? throw Broken(path, null)
                : throw Broken(path, null);
        }
        catch (JsonException exception)
        {
            throw Broken(path, exception);
        }
    }

    public static byte[] Encode<T>(T value, JsonTypeInfo<T> type) => [.. JsonSerializer.SerializeToUtf8Bytes(value, type), (byte)'\n'];

    private static ProvisioningException Broken(string path, Exception? inner) => new(
        "The register of this house's nodes is not what this program wrote.", path, "Restore the file from a backup; nothing was changed.", inner);
}

using System.Text.Json;

namespace Quarantine.Gateway.Configuration;

/// <summary>The configuration file.</summary>
public static class ConfigurationFile
{
    private const int MaximumLength = 256 * 1024;

    /// <summary>Reads, resolves relative paths against the file's folder, and validates; throws <see cref="ConfigurationException"/>.</summary>
    public static GatewayOptions Load(string path)
    {
        var options = Resolve(Parse(path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        options.Validate();
        return options;
    }

    public static void Save(string path, GatewayOptions options) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(options, GatewayJson.Default.GatewayOptions));

    private static GatewayOptions Parse(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaximumLength)
            {
                throw new ConfigurationException($"{path} is longer than {MaximumLength} bytes, so not a configuration file.");
            }

            return JsonSerializer.Deserialize(File.ReadAllBytes(path), GatewayJson.Default.GatewayOptions)
                ?? throw new ConfigurationException($"{path} holds no settings.");
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException($"{path} is not a configuration file: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static GatewayOptions Resolve(GatewayOptions options, string folder)
    {
        return options with
        {
            DataDirectory = Under(options.DataDirectory),
            HouseDirectory = options.HouseDirectory is null ? null : Under(options.HouseDirectory),
            DeploymentFile = options.DeploymentFile.Length == 0 ? "" : Under(options.DeploymentFile),
            PasswordFile = options.PasswordFile is null ? null : Under(options.PasswordFile),
            HouseBroker = options.HouseBroker.Under(Under),
            CommunityBroker = options.CommunityBroker.Under(Under),
            Nodes = [.. options.Nodes.Select(node => node with { KeyFile = Under(node.KeyFile) })],
        };

        string Under(string path) => Path.GetFullPath(path, folder);
    }
}

using Quarantine.Gateway.Configuration;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>A node's key on disk: 64 hexadecimal digits.</summary>
internal static class NodeKeyFile
{
    /// <summary>Throws <see cref="ConfigurationException"/>, which never holds the key.</summary>
    public static NodeKey Load(string path)
    {
        try
        {
            return NodeKey.TryParse(File.ReadAllText(path), out var key)
                ? key
                : throw new ConfigurationException($"{path} does not hold a node key: 64 hexadecimal digits.");
        }
        catch (IOException exception)
        {
            throw new ConfigurationException($"{path} cannot be read: {exception.Message}", exception);
        }
    }
}

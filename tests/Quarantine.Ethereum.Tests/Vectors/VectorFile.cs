using System.Text.Json;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Vectors;

/// <summary>A file of tests/vectors, made with viem by generate-ethereum.mjs.</summary>
internal static class VectorFile
{
    internal static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "tests", "vectors");

    internal static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"ethereum-{name}.json")));
        return document.RootElement.Clone();
    }

    internal static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    internal static byte[] Bytes(this JsonElement element, string member) => Hex.Decode(element.Text(member));
}

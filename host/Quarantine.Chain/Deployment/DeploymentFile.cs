using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>
/// A deployment as a JSON file: <c>chainId</c>, <c>registry</c>, <c>relayFund</c>, <c>emergencyBoard</c>, <c>fromBlock</c> and
/// <c>policies</c> (name to address).
/// </summary>
public static class DeploymentFile
{
    private const int MaximumLength = 64 * 1024;

    public static void Save(string path, QuarantineDeployment deployment)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("chainId", deployment.ChainId);
            json.WriteString("registry", deployment.Registry.ToString());
            json.WriteString("relayFund", deployment.RelayFund.ToString());
            json.WriteString("emergencyBoard", deployment.EmergencyBoard.ToString());
            json.WriteNumber("fromBlock", deployment.FromBlock);
            json.WriteStartObject("policies");
            foreach (var (name, address) in deployment.Policies.OrderBy(policy => policy.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, address.ToString());
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        File.WriteAllBytes(path, [.. stream.ToArray(), (byte)'\n']);
    }

    /// <summary>Throws <see cref="InvalidDataException"/>, naming the file and the member, where it is not such a file.</summary>
    public static QuarantineDeployment Load(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length > MaximumLength)
            {
                throw new InvalidDataException($"{path}: longer than {MaximumLength} bytes, so not a deployment file.");
            }

            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            return new QuarantineDeployment(
                Number(path, root, "chainId"),
                Contract(path, root, "registry"),
                Contract(path, root, "relayFund"),
                Contract(path, root, "emergencyBoard"),
                Number(path, root, "fromBlock"))
            {
                Policies = Member(path, root, "policies").EnumerateObject()
                    .ToDictionary(policy => policy.Name, policy => ToAddress(path, policy.Name, policy.Value), StringComparer.Ordinal),
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: not a deployment file ({exception.Message}).", exception);
        }
    }

    private static JsonElement Member(string path, JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) ? member : throw new InvalidDataException($"{path}: '{name}' is missing.");

    private static ulong Number(string path, JsonElement root, string name) =>
        Member(path, root, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetUInt64(out var number)
            ? number
            : throw new InvalidDataException($"{path}: '{name}' must be a number.");

    private static Address Contract(string path, JsonElement root, string name) => ToAddress(path, name, Member(path, root, name));

    private static Address ToAddress(string path, string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.String && Address.TryParse(element.GetString(), out var address) && !address.IsZero
            ? address
            : throw new InvalidDataException($"{path}: '{name}' must be a contract's address.");
}

using System.Diagnostics.CodeAnalysis;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// An enrolment request as a JSON file: <c>type</c> "quarantine/enrolment-request/v1", <c>communityId</c>, <c>gateway</c>, <c>ringX</c>,
/// <c>sealingX</c>, <c>sealingY</c>, <c>accountSignature</c>, <c>sealingSignature</c> (65 bytes r, s, v each), <c>possessionCommitment</c> and
/// <c>possessionResponse</c>, all of them texts with <c>0x</c>. Exactly these members. Nothing in it is verified here.
/// </summary>
public static class EnrolmentRequestFile
{
    private const string Type = "quarantine/enrolment-request/v1";

    private static readonly string[] Members =
    [
        "communityId", "gateway", "ringX", "sealingX", "sealingY", "accountSignature", "sealingSignature", "possessionCommitment",
        "possessionResponse",
    ];

    /// <summary>Writes the file, whole or not at all; one that is there is replaced.</summary>
    public static void Save(string path, EnrolmentRequest value) => FlatJsonFile.Write(path, Encode(value));

    /// <summary>
    /// Throws <see cref="InvalidDataException"/>, naming the file and the member, where it is not such a file, and
    /// <see cref="IOException"/> where it cannot be read.
    /// </summary>
    public static EnrolmentRequest Load(string path) =>
        Parse(FlatJsonFile.Read(path), out var fault) ?? throw new InvalidDataException($"{path}: not an enrolment request, {fault}.");

    /// <summary>The file's text, UTF-8.</summary>
    public static byte[] Encode(EnrolmentRequest value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var keys = value.Registration;
        return FlatJsonFile.Encode(json =>
        {
            json.WriteString("type", Type);
            json.WriteString("communityId", keys.CommunityId.ToString());
            json.WriteString("gateway", keys.Gateway.ToString());
            json.WriteString("ringX", keys.RingX.ToString());
            json.WriteString("sealingX", keys.SealingX.ToString());
            json.WriteString("sealingY", keys.SealingY.ToString());
            json.WriteString("accountSignature", value.AccountSignature.ToString());
            json.WriteString("sealingSignature", value.SealingSignature.ToString());
            json.WriteString("possessionCommitment", value.PossessionCommitment.ToString());
            json.WriteString("possessionResponse", value.PossessionResponse.ToString());
        });
    }

    /// <summary>False for anything but what <see cref="Encode"/> writes, up to white space and the members' order.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out EnrolmentRequest? value)
    {
        value = Parse(json, out _);
        return value is not null;
    }

    private static EnrolmentRequest? Parse(ReadOnlySpan<byte> json, out string? fault)
    {
        var members = FlatJsonObject.Read(json, Type, Members);
        var keys = new KeyRegistration(
            members.Word("communityId"), members.Address("gateway"), members.Word("ringX"), members.Word("sealingX"), members.Word("sealingY"));
        var request = new EnrolmentRequest(
            keys,
            members.Signature("accountSignature"),
            members.Signature("sealingSignature"),
            members.Address("possessionCommitment"),
            members.Word("possessionResponse"));
        fault = members.Fault;
        return fault is null ? request : null;
    }
}

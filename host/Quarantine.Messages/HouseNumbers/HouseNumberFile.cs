using System.Diagnostics.CodeAnalysis;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// A signed virtual house number as a JSON file: <c>type</c> "quarantine/house-number/v1", <c>communityId</c>, <c>gateway</c>,
/// <c>issuedAt</c> and <c>expiresAt</c> (numbers, Unix seconds), <c>officerSignature</c> (65 bytes r, s, v). Exactly these members. Nothing in
/// it is verified here.
/// </summary>
public static class HouseNumberFile
{
    private const string Type = "quarantine/house-number/v1";

    private static readonly string[] Members = ["communityId", "gateway", "issuedAt", "expiresAt", "officerSignature"];

    /// <summary>Writes the file, whole or not at all; one that is there is replaced.</summary>
    public static void Save(string path, SignedHouseNumber value) => FlatJsonFile.Write(path, Encode(value));

    /// <summary>
    /// Throws <see cref="InvalidDataException"/>, naming the file and the member, where it is not such a file, and
    /// <see cref="IOException"/> where it cannot be read.
    /// </summary>
    public static SignedHouseNumber Load(string path) =>
        Parse(FlatJsonFile.Read(path), out var fault) ?? throw new InvalidDataException($"{path}: not a signed house number, {fault}.");

    /// <summary>The file's text, UTF-8.</summary>
    public static byte[] Encode(SignedHouseNumber value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var number = value.HouseNumber;
        return FlatJsonFile.Encode(json =>
        {
            json.WriteString("type", Type);
            json.WriteString("communityId", number.CommunityId.ToString());
            json.WriteString("gateway", number.Gateway.ToString());
            json.WriteNumber("issuedAt", number.IssuedAt);
            json.WriteNumber("expiresAt", number.ExpiresAt);
            json.WriteString("officerSignature", value.OfficerSignature.ToString());
        });
    }

    /// <summary>False for anything but what <see cref="Encode"/> writes, up to white space and the members' order.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, [NotNullWhen(true)] out SignedHouseNumber? value)
    {
        value = Parse(json, out _);
        return value is not null;
    }

    private static SignedHouseNumber? Parse(ReadOnlySpan<byte> json, out string? fault)
    {
        var members = FlatJsonObject.Read(json, Type, Members);
        var number = new VirtualHouseNumber(
            members.Word("communityId"), members.Address("gateway"), members.Number("issuedAt"), members.Number("expiresAt"));
        var signed = new SignedHouseNumber(number, members.Signature("officerSignature"));
        fault = members.Fault;
        return fault is null ? signed : null;
    }
}

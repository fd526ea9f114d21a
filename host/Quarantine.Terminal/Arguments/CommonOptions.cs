using System.CommandLine;
using System.Globalization;
using System.Numerics;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Arguments;

/// <summary>Options that several commands have, each made anew for each.</summary>
public static class CommonOptions
{
    private const string AddressText = "an address: 0x and 40 hexadecimal digits, with a right checksum where the case is mixed";

    /// <summary><c>--community</c>, which must be given.</summary>
    public static Option<Bytes32> Community() => TypedOption.Required<Bytes32>(
        "--community", "The community: its name, or its id in hexadecimal.", "NAME", CommunityName.TryParse,
        "a community: 1 to 31 of a-z, 0-9 and '-', or 0x and 64 hexadecimal digits");

    /// <summary>An account's address, which must be given.</summary>
    public static Option<Address> Account(string name, string description) =>
        TypedOption.Required<Address>(name, description, "ADDRESS", Address.TryParse, AddressText);

    /// <summary>One or more accounts.</summary>
    public static Argument<Address[]> Accounts(string name, string description) =>
        TypedOption.Arguments<Address>(name, description, Address.TryParse, AddressText);

    /// <summary>An amount of ether, which must be given; as wei.</summary>
    public static Option<BigInteger> Ether(string name, string description) => TypedOption.Required<BigInteger>(
        name, description, "ETH", EtherText.TryParse, "an amount of ether such as 0.05");

    /// <summary>A local day, <c>yyyy-MM-dd</c>.</summary>
    public static Option<DateOnly> Day(string name, string description) => TypedOption.Required<DateOnly>(
        name, description, "DATE", TryParseDay, "a day such as 2026-01-31");

    /// <summary>The hash by which an emergency is known.</summary>
    public static Argument<Bytes32> EmergencyHash() => TypedOption.Argument<Bytes32>(
        "HASH", "The emergency's hash, as 'watch' shows it.", Bytes32.TryParse, "a hash: 0x and 64 hexadecimal digits");

    private static bool TryParseDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year >= 1970;
}

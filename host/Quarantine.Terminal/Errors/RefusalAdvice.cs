using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Abi;

namespace Quarantine.Terminal.Errors;

/// <summary>What to do where a contract refuses a call. The call was simulated: nothing was sent, nothing paid.</summary>
internal static class RefusalAdvice
{
    private const string NothingSent = "Nothing was sent and nothing was paid.";

    private static readonly Dictionary<string, string> Advice = new(StringComparer.Ordinal)
    {
        ["AccessControlUnauthorizedAccount"] = "Use the key of an account that holds the role: for the registry, an officer's.",
        ["PrecompileDiffers"] = "This chain recovers public keys in another way than Ethereum: nothing can be deployed on it. Choose another chain.",
        ["NotAnOfficer"] = "Use the key of an officer's account.",
        ["UnknownCommunity"] = "Check the community's name, or create it first.",
        ["CommunityExists"] = "Choose another name, or go on with the community that is there.",
        ["OffsetOutOfRange"] = "Choose an offset between -12:00 and +14:00.",
        ["PageSizeOutOfRange"] = "Choose a minimum of 2 up to the page size; both together at most 65.",
        ["SlotTooEarly"] = "Choose a later day: a change takes effect on a later day than the present one.",
        ["NotAPolicy"] = "Name a policy that was deployed together with this registry.",
        ["RingKeyUsed"] = "The gateway was admitted with this key already; see 'community show' before you issue again.",
        ["HouseNumberOutdated"] = "A later house number is in force; check this machine's clock.",
        ["IssuedInFuture"] = "Check this machine's clock: it is ahead of the chain's.",
        ["ExpiryPassed"] = "Choose a later release date.",
        ["UnknownMember"] = "Check the gateway's address and the community.",
        ["MemberAlreadyRevoked"] = "Nothing to do: it is revoked.",
        ["PoolTooSmall"] = "Wait until more gateways are admitted, or dissolve a page with --dissolve.",
        ["PageNotDissolvable"] = "A page can be dissolved from the first day on that it is in force, and once.",
        ["RoundNotCut"] = "Run 'pages' again: it cuts the round that is closed.",
        ["UnknownWorker"] = "Add the worker first.",
        ["WorkerKeyInvalid"] = "Copy the key that 'quarantine-worker init' printed, whole.",
        ["BalanceTooLow"] = "See with 'refund show' how much there is.",
        ["CapTooHigh"] = "Choose a smaller amount a report: at most 1,099 ether.",
        ["NotAWorker"] = "Ask an officer to add this account as a worker of the community.",
        ["EmergencyNotIn"] = "See where it stands with 'watch --once': it was done before, or must be acknowledged first.",
    };

    public static string Of(RevertData revert) =>
        ContractErrors.TryRead(revert, out var error) && Advice.TryGetValue(error.Name, out var advice) ? advice : NothingSent;
}

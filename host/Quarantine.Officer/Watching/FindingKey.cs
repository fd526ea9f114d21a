using Quarantine.Ethereum.Primitives;

namespace Quarantine.Officer.Watching;

/// <summary>
/// What makes a finding the same one after a reorganisation, when its transaction stands in another block. A tag is accepted once in a scope and
/// an emergency has each state once; what a faulty contract tells twice differs by <paramref name="Repetition"/>.
/// </summary>
internal readonly record struct FindingKey(Bytes32 CommunityId, Type Kind, Bytes32 Subject, Address Contract, ulong Slot, int State, int Repetition)
{
    public static FindingKey Of(Finding finding) => finding switch
    {
        ReportFinding report => new(report.CommunityId, typeof(ReportFinding), report.TagX, report.Policy, report.Slot, (int)report.Kind, 0),
        ViolationFinding violation => new(
            violation.CommunityId, typeof(ViolationFinding), violation.TagX, violation.Policy, violation.Slot, (int)violation.Kind, 0),
        EmergencyFinding emergency => new(emergency.CommunityId, typeof(EmergencyFinding), emergency.Hash, default, 0, (int)emergency.Status, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), $"{finding.GetType().Name} is not found on the chain."),
    };

    public FindingKey Next() => this with { Repetition = Repetition + 1 };
}

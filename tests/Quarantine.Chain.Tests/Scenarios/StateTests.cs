using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>A genuine signature does not make a state well-formed: fill, flags and version would be a fingerprint of the household.</summary>
public sealed class StateTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private const int FlagsAt = 1;
    private const int FillAt = 12;

    [Fact]
    public async Task Report_SignedWithAnotherVersionFlagsOrFill_IsRefusedByPolicyAndHousehold()
    {
        foreach (var state in Malformed())
        {
            var report = await Community.SignAsync(Members[0], Members[1].Account.Address, Community.Strong, ReportKind.Alert, Today, state);

            Assert.Equal($"MalformedState(state: {state})", (await RefusalAsync(report, Members[1]))?.ToString());
            Assert.False(IntervalSummary.TryUnpack(state, out _));
        }
    }

    [Fact]
    public async Task Report_WithAnyOfTheKnownFlags_IsAccepted()
    {
        for (byte flags = 0; flags < 8; flags++)
        {
            var state = With(FlagsAt, flags);
            var report = await Community.SignAsync(Members[flags], Members[1].Account.Address, Community.Strong, ReportKind.Alert, Today, state);

            Assert.True(IntervalSummary.TryUnpack(state, out _));
            Assert.Null(await SubmitAsync(report, Members[1]));
        }
    }

    private static IEnumerable<Bytes32> Malformed() =>
    [
        With(0, 0), With(0, 2), With(0, 0xFF),
        .. Enumerable.Range(3, 5).Select(bit => With(FlagsAt, (byte)(1 << bit))),
        .. Enumerable.Range(FillAt, Bytes32.Length - FillAt).SelectMany(position => new[] { With(position, 1), With(position, 0x80) }),
    ];

    private static Bytes32 With(int position, byte value)
    {
        var state = TestCommunity.OneTrip.Pack().ToArray();
        state[position] = value;
        return new Bytes32(state);
    }
}

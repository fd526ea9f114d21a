using System.Numerics;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>What the commands about refunds show.</summary>
internal static class RefundFacts
{
    public static async Task<Facts> OfBalanceAsync(string title, Bytes32 communityId, RelayFundView fund, CancellationToken cancellationToken) =>
        new Facts(title)
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Balance", "balanceWei", FactValue.OfWei(await fund.BalanceAsync(communityId, cancellationToken)));

    public static Facts WithCaps(this Facts facts, RefundCaps caps) => facts
        .Add("Most a report", "perReportWei", FactValue.OfWei(caps.PerReport))
        .Add("Reports a day", "reportsPerSlot", (ulong)caps.ReportsPerSlot)
        .Add("Most priority fee", "priorityFeeWei", FactValue.OfWei(caps.PriorityFee))
        .Add("Margin in percent", "marginPercent", (ulong)caps.MarginPercent);

    /// <summary>A number of reports.</summary>
    public static Facts WithRefunded(this Facts facts, BigInteger reports) => facts.Add("Refunded today", "refundedToday", (ulong)reports);
}

namespace Quarantine.Messages.Reports;

/// <summary>The kinds of report of one slot; the number is part of the signed scope.</summary>
public enum ReportKind
{
    /// <summary>One of every household for every slot, also when nothing happened.</summary>
    Daily = 0,

    /// <summary>The running totals of a slot in which a limit is exceeded; only where the policy has alerts.</summary>
    Alert = 1,
}

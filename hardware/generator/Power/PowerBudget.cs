namespace Quarantine.Hardware.Power;

/// <summary>
/// A day of a battery node. Charge of a phase: n t I / 3,600,000 (ms, mA, mAh). Life: usable capacity over the day's charge and
/// what the battery loses by itself in a day.
/// </summary>
/// <param name="AwakeSeconds">Time awake in a day.</param>
/// <param name="AwakeMilliampereHours">Charge of the day's wake-ups.</param>
/// <param name="RestMilliampereHours">Charge of the rest of the day.</param>
/// <param name="LifeDays">From a full battery.</param>
public sealed record PowerBudget(Battery Battery, double AwakeSeconds, double AwakeMilliampereHours, double RestMilliampereHours, double LifeDays)
{
    private const double MillisecondsPerHour = 3_600_000;
    private const double MillisecondsPerDay = 24 * MillisecondsPerHour;
    private const double DaysPerMonth = 365.25 / 12;

    public double DayMilliampereHours => AwakeMilliampereHours + RestMilliampereHours;

    public double AverageMicroamperes => DayMilliampereHours / 24 * 1000;

    /// <param name="awakeFactor">Multiplies the length of every wake-up, to see how much hangs on it.</param>
    public static PowerBudget Of(PowerTables tables, Battery battery, double awakeFactor = 1)
    {
        var phases = tables.Phases.Where(phase => phase.Board == battery.Board && phase.Variant == battery.Variant).ToList();
        var awake = phases.Where(phase => phase.PerDay is not null).ToList();
        var awakeMilliseconds = awakeFactor * awake.Sum(phase => phase.PerDay!.Value * phase.Milliseconds);
        var awakeCharge = awakeFactor * awake.Sum(phase => phase.PerDay!.Value * phase.Milliseconds * phase.Milliamperes) / MillisecondsPerHour;
        var restCurrent = phases.Where(phase => phase.PerDay is null).Sum(phase => phase.Milliamperes);
        var restCharge = restCurrent * (MillisecondsPerDay - awakeMilliseconds) / MillisecondsPerHour;
        var selfDischarge = battery.CapacityMilliampereHours * battery.SelfDischargePercentPerMonth / 100 / DaysPerMonth;
        var usable = battery.CapacityMilliampereHours * battery.UsablePercent / 100;
        return new PowerBudget(battery, awakeMilliseconds / 1000, awakeCharge, restCharge, usable / (awakeCharge + restCharge + selfDischarge));
    }
}

namespace Quarantine.PresenceTrials.Homes;

/// <summary>
/// Lives in a home for days: sleeps, moves about and sits, goes out for minutes or hours, and meets the home's difficulties. One simulator
/// makes one recording. Not thread-safe.
/// </summary>
internal sealed class HomeSimulator
{
    private const double Day = 1440;
    private const double Second = 1 / 60.0;

    private readonly Difficulty _difficulty;
    private readonly Dice _dice;
    private readonly SensorLog _log;
    private readonly List<Span> _absences = [];
    private readonly double _minutes;
    private double _now;

    private HomeSimulator(Difficulty difficulty, ulong seed, int days)
    {
        (_difficulty, _dice, _minutes) = (difficulty, new Dice(seed), days * Day);
        _log = new SensorLog(difficulty, new Dice(~seed));
    }

    public static Recording Record(Difficulty difficulty, ulong seed, int days)
    {
        var home = new HomeSimulator(difficulty, seed, days);
        return home.Live();
    }

    private Recording Live()
    {
        Break();
        Scatter(_difficulty.StrayMotion, () => _log.Motion(_dice.Between(0, _minutes)));
        Walk(_difficulty.PetWalks);
        for (var midnight = 0.0; midnight < _minutes; midnight += Day)
        {
            Sleep(midnight + _dice.Between(380, 480));
            LiveUntil(midnight + _dice.Between(1290, 1380));
        }

        return new Recording(_log.Deliver(_minutes), _absences, _minutes);
    }

    private void Break()
    {
        Scatter(_difficulty.SensorFailures, () => _log.FailMotion(Some(60, 300), noticed: true));
        Scatter(_difficulty.PowerCuts, () => _log.FailPower(Some(30, 240)));
        if (_difficulty.DiesUnnoticed)
        {
            _log.FailMotion(new Span(_minutes / 2, _minutes), noticed: false);
        }
    }

    private Span Some(double least, double most)
    {
        var from = _dice.Between(0, _minutes - most);
        return new Span(from, from + _dice.Between(least, most));
    }

    private void Scatter(double perDay, Action happen)
    {
        for (var count = (int)Math.Round(perDay * _minutes / Day); count > 0; count--)
        {
            happen();
        }
    }

    private void Walk(double meanPause)
    {
        for (var minute = _dice.Wait(meanPause); meanPause > 0 && minute < _minutes; minute += _dice.Wait(meanPause))
        {
            _log.Motion(minute);
        }
    }

    private void Sleep(double until)
    {
        while (_now < until)
        {
            _now += _dice.Wait(150);
            MoveAbout(Math.Min(_dice.Between(0.3, 4), Math.Max(0, until - _now)));
        }
    }

    private void LiveUntil(double bedtime)
    {
        var outing = _now + _dice.Wait(180);
        var door = _now + WaitFor(_difficulty.QuickOpenings + _difficulty.Deliveries + _difficulty.Visits);
        while (_now < bedtime)
        {
            MoveAbout(_dice.Magnitude(1, 20));
            _now += _dice.Magnitude(0.5, _difficulty.LongestStill);
            if (_now > outing && _now < bedtime - 30)
            {
                GoOut();
                outing = _now + _dice.Wait(180);
            }

            if (_now > door)
            {
                BeAtTheDoor();
                door = _now + WaitFor(_difficulty.QuickOpenings + _difficulty.Deliveries + _difficulty.Visits);
            }
        }
    }

    private double WaitFor(double perDay) => perDay > 0 ? _dice.Wait(900 / perDay) : double.PositiveInfinity;

    private void MoveAbout(double length)
    {
        for (var end = _now + length; _now < end; _now += _dice.Magnitude(5, 50) * Second)
        {
            _log.Motion(_now);
        }
    }

    private void GoOut()
    {
        MoveAbout(_dice.Between(0.3, 2));
        if (_dice.Chance(_difficulty.Forgets))
        {
            OpenDoor();
            _now += _dice.Between(5, 40) * Second;
            OpenDoor();
            MoveAbout(_dice.Between(0.4, 2));
        }

        var other = _dice.Chance(_difficulty.OtherDoor);
        var left = Leave(other);
        var length = _dice.Magnitude(3, 360);
        if (_dice.Chance(_difficulty.OtherStays))
        {
            StayBehind(left, length);
        }
        else
        {
            _absences.Add(new Span(left, left + length));
        }

        _now = left + length;
        Return(other);
    }

    private double Leave(bool other)
    {
        if (!other)
        {
            OpenDoor();
        }

        var left = _now;
        if (_dice.Chance(_difficulty.CoolDown))
        {
            _log.Motion(left + (_dice.Between(2, 50) * Second));
        }

        return left;
    }

    private void Return(bool other)
    {
        if (!other)
        {
            OpenDoor();
        }

        _now += _dice.Between(1, 5) * Second;
        MoveAbout(_dice.Between(0.4, 1.5));
        if (_dice.Chance(_difficulty.ToBedOnReturn))
        {
            _now += _dice.Between(30, 150);
        }
    }

    private void StayBehind(double from, double length)
    {
        _now = from + 0.1;
        while (_now < from + length)
        {
            MoveAbout(Math.Min(_dice.Magnitude(1, 10), from + length - _now));
            _now += _dice.Magnitude(0.5, _difficulty.LongestStill);
        }
    }

    private void BeAtTheDoor()
    {
        MoveAbout(_dice.Between(0.2, 0.6));
        var kind = _dice.Next() * (_difficulty.QuickOpenings + _difficulty.Deliveries + _difficulty.Visits);
        if (kind > _difficulty.QuickOpenings)
        {
            _log.Outside(_now - (_dice.Between(5, 30) * Second));
        }

        OpenDoor();
        if (kind > _difficulty.QuickOpenings && kind <= _difficulty.QuickOpenings + _difficulty.Deliveries)
        {
            _log.Outside(_now + (_dice.Between(2, 20) * Second));
        }

        _now += _dice.Between(2, 8) * Second;
        MoveAbout(_dice.Between(0.4, 2));
        if (kind > _difficulty.QuickOpenings + _difficulty.Deliveries)
        {
            Receive();
        }
    }

    /// <summary>A visitor stays for a while, and is let out.</summary>
    private void Receive()
    {
        for (var end = _now + _dice.Between(20, 180); _now < end; _now += _dice.Magnitude(0.5, _difficulty.LongestStill))
        {
            MoveAbout(_dice.Magnitude(1, 20));
        }

        MoveAbout(_dice.Between(0.2, 0.6));
        OpenDoor();
        _now += _dice.Between(2, 8) * Second;
        MoveAbout(_dice.Between(0.4, 2));
    }

    private void OpenDoor()
    {
        var open = _now;
        _now += _dice.Magnitude(0.05, _difficulty.LongestHeld);
        _log.Door(open, _now);
        _log.Motion(open + (_dice.Between(0.1, 0.8) * (_now - open)));
    }
}

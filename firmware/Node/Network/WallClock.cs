using System;
using System.Diagnostics;
using System.Threading;
using nanoFramework.Networking;
using nanoFramework.Runtime.Native;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// A date for judging certificates, and for nothing else. The platform's default time servers are asked: it keeps a server's name by its
    /// address in memory, where a name made at run time may move. Where none answers, a date that is surely past has to do.
    /// </summary>
    internal sealed class WallClock
    {
        private const int AnswerMs = 8000;
        private const int PollMs = 100;

        private readonly CertificateDates _dates;
        private readonly IUptime _uptime;

        internal WallClock(CertificateDates dates, IUptime uptime)
        {
            _dates = dates;
            _uptime = uptime;
        }

        /// <summary>s since 1970.</summary>
        internal static long SecondsOf(DateTime date)
        {
            return (date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        }

        /// <summary>Sets the clock where it is wrong; blocks for 8 s at most. False where no time server answered.</summary>
        internal bool Set()
        {
            if (IsPlausible() || Ask())
            {
                return true;
            }

            Debug.WriteLine("clock: no time server answers");
            Rtc.SetSystemTime(DateTime.UnixEpoch.AddSeconds(_dates.SurelyPast));
            return false;
        }

        private bool IsPlausible()
        {
            return _dates.Allow(SecondsOf(DateTime.UtcNow));
        }

        private bool Ask()
        {
            Sntp.UpdateNow();
            long end = _uptime.Up + AnswerMs;
            while (_uptime.Up < end && !IsPlausible())
            {
                Thread.Sleep(PollMs);
            }

            return IsPlausible();
        }
    }
}

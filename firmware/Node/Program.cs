using System;
using System.Device.Gpio;
using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using nanoFramework.Runtime.Native;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The image: one for all roles, which the provisioning record decides.</summary>
    public static class Program
    {
        /// <summary>A board without a usable record looks for one again after this time.</summary>
        private const int NotSetUpMs = 600000;

        private static readonly Uptime Clock = new Uptime();
        private static readonly GpioController Gpio = new GpioController();

        public static void Main()
        {
            LoopWatch loopWatch = new LoopWatch(Supervisor.LoopMs, Clock.Up);
            LoopWatch radioWatch = new LoopWatch(Supervisor.RadioMs, Clock.Up);
            new RebootThread(new Supervisor(loopWatch, radioWatch), Clock).Start();
            FlashFiles storage = new FlashFiles();
            Setup setup = Setup.Read(storage, out string error);
            if (setup == null)
            {
                Debug.WriteLine("not set up: " + error);
                ShowNotSetUp(loopWatch, radioWatch);
                return;
            }

            LedPair lamp = new LedPair(Gpio, setup.Pins);
            try
            {
                Run(setup, storage, lamp, loopWatch, radioWatch);
            }
            catch (Exception failure)
            {
                // Steady red until the supervisor reboots: once a minute, since each boot writes its number to the flash.
                Debug.WriteLine("stopped: " + failure.ToString());
                lamp.Set(false, true);
                Thread.Sleep(Timeout.Infinite);
            }
        }

        private static void Run(Setup setup, FlashFiles storage, LedPair lamp, LoopWatch loopWatch, LoopWatch radioWatch)
        {
            Mailbox mailbox = new Mailbox();
            RadioTransport radio = new RadioTransport(
                Network(setup), new M2MqttSessions(setup.Record, setup.Authority), mailbox, radioWatch, Clock, setup.Record.Tls);
            NodeLoop loop = new NodeLoop(new NodeLoopParts
            {
                Record = setup.Record,
                Uptime = Clock,
                Storage = storage,
                Hmac = new PlatformHmac(),
                Random = new PlatformRandom(),
                Mailbox = mailbox,
                Radio = radio,
                Light = new LightPlayer(lamp),
                Inputs = new InputPins(Gpio, setup.Pins, setup.Record.Sensors, mailbox, Clock),
                Battery = (setup.Record.Sensors & SensorInput.Battery) != 0 ? new BatteryGauge(setup.Pins) : null,
                Power = new DeepSleep(setup.Pins, setup.Record.Sensors),
                Watch = loopWatch,
            });
            new RadioThread(radio).Start();
            while (true)
            {
                loop.Turn();
            }
        }

        private static NodeNetwork Network(Setup setup)
        {
            return new NodeNetwork(new Wireless(Clock), setup.Authority == null ? null : new WallClock(DatesOf(setup.Authority), Clock));
        }

        private static CertificateDates DatesOf(X509Certificate authority)
        {
            return new CertificateDates(
                WallClock.SecondsOf(authority.GetEffectiveDate()), WallClock.SecondsOf(authority.GetExpirationDate()));
        }

        /// <summary>Blinks, and starts again after a while: the record may have been written meanwhile.</summary>
        private static void ShowNotSetUp(LoopWatch loopWatch, LoopWatch radioWatch)
        {
            LightPlayer light = new LightPlayer(new LedPair(Gpio, Boards.For(Boards.Default)));
            light.Play(LightPattern.NotSetUp);
            long end = Clock.Up + NotSetUpMs;
            while (Clock.Up < end)
            {
                loopWatch.Alive(Clock.Up);
                radioWatch.Alive(Clock.Up);
                light.Advance(Clock.Up);
                int wait = (int)(light.NextDue - Clock.Up);
                Thread.Sleep(wait > 0 ? wait : 1);
            }

            Power.RebootDevice();
        }
    }
}

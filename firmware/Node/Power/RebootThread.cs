using System.Diagnostics;
using System.Threading;
using nanoFramework.Runtime.Native;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>Reboots a node one of whose threads hangs. The platform has no watchdog of its own to give.</summary>
    internal sealed class RebootThread
    {
        private readonly Supervisor _supervisor;
        private readonly IUptime _uptime;

        internal RebootThread(Supervisor supervisor, IUptime uptime)
        {
            _supervisor = supervisor;
            _uptime = uptime;
        }

        internal void Start()
        {
            Thread thread = new Thread(Run);
            thread.Priority = ThreadPriority.AboveNormal;
            thread.Start();
        }

        private void Run()
        {
            while (!_supervisor.Check(_uptime.Up))
            {
                Thread.Sleep(Supervisor.CheckMs);
            }

            Debug.WriteLine("a thread hangs: reboot");
            Power.RebootDevice();
        }
    }
}

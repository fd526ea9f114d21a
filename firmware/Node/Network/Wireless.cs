using System.Device.Wifi;
using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Threading;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// The Wi-Fi that the board's network configuration names (written by <c>nanoff --networkdeployment</c>; the image holds no password).
    /// </summary>
    internal sealed class Wireless
    {
        /// <summary>How long the platform's own attempt after a boot may take, ms.</summary>
        private const int AutomaticMs = 8000;

        /// <summary>How long an attempt of ours may take, ms.</summary>
        private const int JoinMs = 10000;

        private const int PollMs = 100;

        private readonly IUptime _uptime;
        private WifiAdapter _adapter;
        private bool _triedOnce;

        internal Wireless(IUptime uptime)
        {
            _uptime = uptime;
        }

        /// <summary>Joins the network; blocks, for 18 s at most beside the driver's own time. False where that failed.</summary>
        internal bool Join()
        {
            NetworkInterface station = Station();
            if (station == null)
            {
                Debug.WriteLine("wi-fi: no interface");
                return false;
            }

            // Automatic reconnection begins before the image runs: another attempt at once would end it.
            if (HasAddress(station) || (!_triedOnce && WaitForAddress(AutomaticMs)))
            {
                _triedOnce = true;
                return true;
            }

            _triedOnce = true;
            return Connect(station) && WaitForAddress(JoinMs);
        }

        private static NetworkInterface Station()
        {
            NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i].NetworkInterfaceType == NetworkInterfaceType.Wireless80211)
                {
                    return all[i];
                }
            }

            return null;
        }

        private static bool HasAddress(NetworkInterface station)
        {
            string address = station.IPv4Address;
            return address != null && address.Length > 0 && address[0] != '0';
        }

        private bool Connect(NetworkInterface station)
        {
            Wireless80211Configuration[] all = Wireless80211Configuration.GetAllWireless80211Configurations();
            Wireless80211Configuration stored = station.SpecificConfigId < all.Length ? all[station.SpecificConfigId] : null;
            if (stored == null || stored.Ssid == null || stored.Ssid.Length == 0)
            {
                Debug.WriteLine("wi-fi: none is configured");
                return false;
            }

            if (_adapter == null)
            {
                _adapter = WifiAdapter.FindAllAdapters()[0];
            }

            WifiConnectionResult result = _adapter.Connect(stored.Ssid, WifiReconnectionKind.Automatic, stored.Password);
            Debug.WriteLine("wi-fi: status " + ((int)result.ConnectionStatus).ToString());
            return result.ConnectionStatus == WifiConnectionStatus.Success;
        }

        private bool WaitForAddress(int milliseconds)
        {
            long end = _uptime.Up + milliseconds;
            while (_uptime.Up < end)
            {
                NetworkInterface station = Station();
                if (station != null && HasAddress(station))
                {
                    return true;
                }

                Thread.Sleep(PollMs);
            }

            return false;
        }
    }
}

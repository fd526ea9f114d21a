// nanoFramework.System.Net 1.11.60
namespace System.Net.NetworkInformation
{
    public class Wireless80211Configuration
    {
        public extern Wireless80211Configuration(uint id);
        public extern string Password { get; set; }
        public extern string Ssid { get; set; }
        public static extern Wireless80211Configuration[] GetAllWireless80211Configurations();
    }
}

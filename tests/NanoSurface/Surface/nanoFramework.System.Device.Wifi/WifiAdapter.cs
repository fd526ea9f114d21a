// nanoFramework.System.Device.Wifi 1.5.149
namespace System.Device.Wifi
{
    public sealed class WifiAdapter : IDisposable
    {
        internal extern WifiAdapter();
        public static extern WifiAdapter[] FindAllAdapters();
        public extern WifiConnectionResult Connect(string ssid, WifiReconnectionKind reconnectionKind, string passwordCredential);
        public extern void Dispose();
    }
}

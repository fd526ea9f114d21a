// nanoFramework.System.Device.Wifi 1.5.149
namespace System.Device.Wifi
{
    public class WifiConnectionResult
    {
        internal extern WifiConnectionResult();
        public extern WifiConnectionStatus ConnectionStatus { get; }
    }
}

// nanoFramework.System.Net 1.11.60
namespace System.Net.NetworkInformation
{
    public class NetworkInterface
    {
        protected extern NetworkInterface(int interfaceIndex);
        public extern string IPv4Address { get; }
        public extern NetworkInterfaceType NetworkInterfaceType { get; }
        public extern uint SpecificConfigId { get; set; }
        public static extern NetworkInterface[] GetAllNetworkInterfaces();
    }
}

// nanoFramework.Networking.Sntp 1.6.42
namespace nanoFramework.Networking
{
    public class Sntp
    {
        public static extern void UpdateNow();
    }
}

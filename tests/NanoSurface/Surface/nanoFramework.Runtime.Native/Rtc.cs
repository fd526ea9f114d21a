// nanoFramework.Runtime.Native 1.7.11
namespace nanoFramework.Runtime.Native
{
    public static class Rtc
    {
        public static extern bool SetSystemTime(System.DateTime time);
    }
}

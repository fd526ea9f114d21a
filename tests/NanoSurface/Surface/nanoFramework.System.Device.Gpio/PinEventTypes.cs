// nanoFramework.System.Device.Gpio 1.1.62
namespace System.Device.Gpio
{
    public enum PinEventTypes
    {
        None = 0,
        Rising = 1,
        Falling = 2,
    }
}

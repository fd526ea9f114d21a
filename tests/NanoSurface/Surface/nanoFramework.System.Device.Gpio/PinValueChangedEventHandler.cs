// nanoFramework.System.Device.Gpio 1.1.62
namespace System.Device.Gpio
{
    public delegate void PinValueChangedEventHandler(object sender, PinValueChangedEventArgs e);
}

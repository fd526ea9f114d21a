// nanoFramework.System.Device.Gpio 1.1.62
namespace System.Device.Gpio
{
    public sealed class GpioPin : IDisposable
    {
        internal extern GpioPin();
        public extern event PinValueChangedEventHandler ValueChanged;
        public extern PinValue Read();
        public extern void Write(PinValue value);
        public extern void Dispose();
    }
}

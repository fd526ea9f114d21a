// nanoFramework.System.Device.Gpio 1.1.62
namespace System.Device.Gpio
{
    public readonly struct PinValue
    {
        public static extern PinValue High { get; }
        public static extern PinValue Low { get; }
        public static extern bool operator ==(PinValue a, PinValue b);
        public static extern bool operator !=(PinValue a, PinValue b);
        public override extern bool Equals(object obj);
        public override extern int GetHashCode();
    }
}

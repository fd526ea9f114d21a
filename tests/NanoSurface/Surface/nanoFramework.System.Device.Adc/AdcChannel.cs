// nanoFramework.System.Device.Adc 1.1.24
namespace System.Device.Adc
{
    public class AdcChannel : AdcChannelBase, IDisposable
    {
        internal extern AdcChannel();
        public override extern int ReadValue();
        public extern void Dispose();
    }
}

// nanoFramework.System.Device.Adc 1.1.24
namespace System.Device.Adc
{
    public class AdcController : AdcControllerBase
    {
        public extern AdcController();
        public override extern AdcChannel OpenChannel(int channelNumber);
        public override extern int MaxValue { get; }
    }
}

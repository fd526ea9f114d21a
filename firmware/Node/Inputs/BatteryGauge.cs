using System;
using System.Device.Adc;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The battery's voltage behind its divider, by the chip's first converter.</summary>
    internal sealed class BatteryGauge : IBatteryGauge
    {
        private const int Samples = 9;

        private readonly AdcController _adc = new AdcController();
        private readonly BoardPins _pins;

        internal BatteryGauge(BoardPins pins)
        {
            _pins = pins;
        }

        public int Read()
        {
            try
            {
                return Measure();
            }
            catch (Exception)
            {
                // A converter that fails gives no reading; the node's other work does not hang on it.
                return 0;
            }
        }

        private int Measure()
        {
            int[] readings = new int[Samples];
            using (AdcChannel channel = _adc.OpenChannel(_pins.BatteryAdcChannel))
            {
                for (int i = 0; i < Samples; i++)
                {
                    readings[i] = channel.ReadValue();
                }
            }

            return BatteryScale.Millivolts(BatteryScale.Median(readings), _adc.MaxValue, _pins.BatteryDividerPercent);
        }
    }
}

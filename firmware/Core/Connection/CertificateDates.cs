namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Which dates a node's clock may show, in s since 1970: those at which the house's authority is valid. A time server's word is not authenticated; one
    /// outside these is an error or a lie, and none is kept over a boot. Only certificates are judged by the clock, events never.
    /// </summary>
    public sealed class CertificateDates
    {
        private const long Day = 86400;

        private readonly long _begins;
        private readonly long _ends;

        /// <param name="begins">Begin of the authority's validity.</param>
        /// <param name="ends">Its end.</param>
        public CertificateDates(long begins, long ends)
        {
            _begins = begins;
            _ends = ends;
        }

        /// <summary>
        /// A date that is surely past, for a node that no time server answers: the day after the authority was made, by when it had issued the
        /// broker's certificate.
        /// </summary>
        public long SurelyPast => _begins + Day < _ends ? _begins + Day : _begins;

        public bool Allow(long seconds)
        {
            return seconds >= _begins && seconds < _ends;
        }
    }
}

namespace Quarantine.Firmware.Core
{
    /// <summary>HMAC-SHA256 (RFC 2104, FIPS 180-4) of the platform.</summary>
    public interface IHmac
    {
        /// <summary>The 32 bytes of HMAC-SHA256 of a message under a key.</summary>
        byte[] Compute(byte[] key, byte[] message);
    }
}

using Microsoft.Win32.SafeHandles;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>An EVP_PKEY. OpenSSL overwrites a secret key when it frees it.</summary>
internal sealed class EvpKeyHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Libcrypto.EVP_PKEY_free(handle);
        return true;
    }
}

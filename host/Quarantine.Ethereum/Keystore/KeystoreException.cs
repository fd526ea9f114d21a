namespace Quarantine.Ethereum.Keystore;

/// <summary>A keystore could not be opened. Neither password nor key is in the message.</summary>
public sealed class KeystoreException(KeystoreFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public KeystoreFailure Failure { get; } = failure;
}

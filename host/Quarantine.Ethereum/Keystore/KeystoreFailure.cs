namespace Quarantine.Ethereum.Keystore;

/// <summary>Why a keystore could not be opened. The numbers are stored and logged: they do not change.</summary>
public enum KeystoreFailure
{
    /// <summary>The password is wrong, or the ciphertext was altered: the MAC does not tell which.</summary>
    WrongPassword = 1,

    /// <summary>Not a JSON object with the members of Web3 Secret Storage, or one has not the right form.</summary>
    Malformed = 2,

    /// <summary>A version other than 3, or a cipher, key derivation or pseudo-random function that is not read here.</summary>
    Unsupported = 3,

    /// <summary>The key derivation asks for more memory or time than a Raspberry Pi can give: a hostile file may ask for any.</summary>
    TooExpensive = 4,

    /// <summary>What was decrypted is not a secret key, or not the one of the address that the file names.</summary>
    WrongKey = 5,

    /// <summary>The file is longer than any keystore is.</summary>
    TooLarge = 6,
}

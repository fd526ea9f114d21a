using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Keystore;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Passwords;

namespace Quarantine.Terminal.Keystores;

/// <summary>Makes and opens keystore files (Web3 Secret Storage, version 3) with a password from its source.</summary>
public sealed class KeystoreDesk(ProgramContext context)
{
    private readonly PasswordReader _passwords = new(context);

    /// <summary>Opens a key; throws <see cref="CommandException"/> with the file's name where it cannot.</summary>
    public PrivateKey Open(string path, PasswordSource source) => OpenAll(source, path)[0];

    /// <summary>Opens keys that are all under one password, which is asked for once.</summary>
    public IReadOnlyList<PrivateKey> OpenAll(PasswordSource source, params IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.Select(path => (Path: path, Json: Read(path))).ToList();
        using var password = _passwords.Read(source, paths[0]);
        var keys = new List<PrivateKey>();
        try
        {
            foreach (var (path, json) in files)
            {
                keys.Add(Decrypt(path, json, password));
            }

            return keys;
        }
        catch
        {
            keys.ForEach(key => key.Dispose());
            throw;
        }
    }

    /// <summary>Writes keys into new files, all under one password; a file that is there already is never replaced.</summary>
    public void Create(PasswordSource source, params ReadOnlySpan<(string Path, PrivateKey Key)> keys)
    {
        foreach (var (path, _) in keys)
        {
            RequireAbsent(path);
        }

        using var password = _passwords.Read(source, keys[0].Path, isNew: true);
        foreach (var (path, key) in keys)
        {
            KeystoreFile.Write(path, KeystoreFile.Encrypt(key, password.Characters, context.KeystoreCost));
        }
    }

    private static PrivateKey Decrypt(string path, byte[] json, Password password)
    {
        try
        {
            return KeystoreFile.Decrypt(json, password.Characters);
        }
        catch (KeystoreException exception)
        {
            throw new CommandException(ErrorTranslator.OfKeystore(exception, path), exception);
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return KeystoreFile.Read(path);
        }
        catch (KeystoreException exception)
        {
            throw new CommandException(ErrorTranslator.OfKeystore(exception, path), exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(ExitCode.Key, "There is no keystore.", path, "Make one with the command 'init', or check --key.", exception);
        }
    }

    private static void RequireAbsent(string path)
    {
        if (File.Exists(path))
        {
            throw new CommandException(ExitCode.Key, "A file is there already, and a key is never overwritten.", path, "Choose another path.");
        }
    }
}

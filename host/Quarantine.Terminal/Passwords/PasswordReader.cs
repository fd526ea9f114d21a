using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;

namespace Quarantine.Terminal.Passwords;

/// <summary>Gets passwords from their sources. Throws <see cref="CommandException"/> where there is none to be had.</summary>
public sealed class PasswordReader(ProgramContext context)
{
    private const int MaximumFile = 4 * Password.MaximumLength;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="source">Where to look.</param>
    /// <param name="purpose">What it opens, for the question: "officer.json".</param>
    /// <param name="isNew">Ask twice, and refuse an empty one: a fresh keystore is made with it.</param>
    public Password Read(PasswordSource source, string purpose, bool isNew = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        var password = source switch
        {
            { File: { } file } => FromFile(file),
            { Variable: { } variable } => FromVariable(variable),
            _ => FromPrompt(purpose, isNew),
        };
        if (isNew && password.Characters.IsEmpty)
        {
            password.Dispose();
            throw new CommandException(ExitCode.Key, "An empty password protects nothing.", purpose, "Choose a password that nobody guesses.");
        }

        return password;
    }

    private static Password FromFile(string path)
    {
        var bytes = GC.AllocateArray<byte>(MaximumFile + 1, pinned: true);
        var characters = GC.AllocateArray<char>(MaximumFile + 1, pinned: true);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            var line = Line(bytes.AsSpan(0, length));
            return line.Length <= MaximumFile && Utf8.GetChars(line, characters) is var count && count <= Password.MaximumLength
                ? new Password(characters.AsSpan(0, count))
                : throw Unusable(path);
        }
        catch (DecoderFallbackException)
        {
            throw Unusable(path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(characters.AsSpan()));
        }
    }

    private static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> content)
    {
        var end = content.IndexOf((byte)'\n');
        var line = end < 0 ? content : content[..end];
        return line.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private static CommandException Unusable(string path) => new(
        ExitCode.Key, $"The first line of the password file is not UTF-8 text of at most {Password.MaximumLength} characters.", path, "Check that it is the right file.");

    private Password FromVariable(string name)
    {
        var value = context.Environment(name) ?? throw new CommandException(
            ExitCode.Key, $"The environment variable {name} is not set.", "--password-env", "Set it, or leave the option out to be asked.");
        return value.Length <= Password.MaximumLength
            ? new Password(value)
            : throw new CommandException(ExitCode.Key, $"The password has more than {Password.MaximumLength} characters.", name, "Check the variable.");
    }

    private Password FromPrompt(string purpose, bool isNew)
    {
        if (!context.Passwords.IsAvailable)
        {
            throw new CommandException(
                ExitCode.Key, "A password is needed, and there is no terminal to ask at.", purpose, "Give --password-file FILE or --password-env NAME.");
        }

        var password = context.Passwords.Ask(isNew ? $"New password of {purpose}" : $"Password of {purpose}");
        if (!isNew)
        {
            return password;
        }

        using var repeated = context.Passwords.Ask("The same again");
        if (password.Characters.SequenceEqual(repeated.Characters))
        {
            return password;
        }

        password.Dispose();
        throw new CommandException(ExitCode.Key, "The two passwords differ.", purpose, "Run the command again.");
    }
}

using System.Collections.Concurrent;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Keystore;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Passwords;

namespace Quarantine.TestKit.Programs;

/// <summary>
/// Runs a program in process, as a shell would: with a folder, environment variables, a clock, and a person who answers questions for
/// passwords. Output is captured; nobody looks at it, so it has no colours.
/// </summary>
public sealed class TestTerminal : IPasswordPrompt, IDisposable
{
    /// <summary>The least that scrypt takes: these keystores protect nothing.</summary>
    public static readonly ScryptParameters Cheap = new(2, 8, 1);

    public string Folder { get; } = Directory.CreateTempSubdirectory("quarantine-terminal-").FullName;

    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The person's answers, in their order; none: there is no person.</summary>
    public Queue<string> Answers { get; } = [];

    /// <summary>What the person was asked.</summary>
    public ConcurrentQueue<string> Questions { get; } = [];

    public bool IsAvailable => Answers.Count > 0;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file into the folder; its path.</summary>
    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Writes a keystore into the folder; its path.</summary>
    public string WriteKeystore(string name, PrivateKey key, string password)
    {
        KeystoreFile.Write(PathOf(name), KeystoreFile.Encrypt(key, password, Cheap));
        return PathOf(name);
    }

    public Password Ask(string question)
    {
        Questions.Enqueue(question);
        return new Password(Answers.Dequeue());
    }

    public string AskOpenly(string question)
    {
        Questions.Enqueue(question);
        return Answers.Dequeue();
    }

    public Task<ProgramResult> RunAsync(Func<ProgramContext, TerminalProgram> create, params string[] arguments) =>
        RunAsync(create, arguments, CancellationToken.None);

    public async Task<ProgramResult> RunAsync(Func<ProgramContext, TerminalProgram> create, string[] arguments, CancellationToken cancellationToken)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await create(Context(output, error)).RunAsync(arguments, cancellationToken);
        return new ProgramResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>What surrounds a program that writes to these writers.</summary>
    public ProgramContext Context(TextWriter output, TextWriter error) => new()
    {
        Output = TextWriter.Synchronized(output),
        Error = TextWriter.Synchronized(error),
        Passwords = this,
        Environment = name => Environment.TryGetValue(name, out var value) ? value : null,
        Clock = Clock,
        KeystoreCost = Cheap,
    };
}

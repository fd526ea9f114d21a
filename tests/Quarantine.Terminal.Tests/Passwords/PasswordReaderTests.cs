using System.Text;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Passwords;
using Quarantine.TestKit.Programs;

namespace Quarantine.Terminal.Tests.Passwords;

public sealed class PasswordReaderTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    private PasswordReader Reader => new(_terminal.Context(TextWriter.Null, TextWriter.Null));

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("secret")]
    [InlineData("secret\n")]
    [InlineData("secret\r\n")]
    [InlineData("secret\nsecond line")]
    public void Read_FromAFile_IsItsFirstLine(string content) => Assert.Equal("secret", ReadFile(content));

    [Fact]
    public void Read_FromAFile_KeepsBlanksAndUnicode() => Assert.Equal("  pass wörd 密码  ", ReadFile("  pass wörd 密码  \n"));

    [Fact]
    public void Read_FromAFileThatIsTooLongOrNotText_IsRefusedByName()
    {
        var path = _terminal.PathOf("password");
        File.WriteAllBytes(path, [0xC3, 0x28]);
        AssertRefused(path);
        File.WriteAllText(path, new string('x', Password.MaximumLength + 1));
        AssertRefused(path);
        File.WriteAllText(path, new string('x', 100_000));
        AssertRefused(path);
        File.WriteAllText(path, new string('密', Password.MaximumLength));
        using var longest = Reader.Read(new PasswordSource(path, null), "key");
        Assert.Equal(Password.MaximumLength, longest.Characters.Length);
    }

    [Fact]
    public void Read_FromTheEnvironment_IsItsValue()
    {
        _terminal.Environment["PW"] = "secret";
        using var password = Reader.Read(new PasswordSource(null, "PW"), "key");
        Assert.Equal("secret", password.Characters.ToString());
        var missing = Assert.Throws<CommandException>(() => Reader.Read(new PasswordSource(null, "OTHER"), "key"));
        Assert.Equal(ExitCode.Key, missing.Report.Code);
        Assert.Contains("OTHER", missing.Report.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FromAPerson_AsksOnceAndForANewOneTwice()
    {
        _terminal.Answers.Enqueue("old");
        using var old = Reader.Read(PasswordSource.Prompt, "key.json");
        Assert.Equal(["Password of key.json"], _terminal.Questions);

        _terminal.Answers.Enqueue("new");
        _terminal.Answers.Enqueue("new");
        using var fresh = Reader.Read(PasswordSource.Prompt, "key.json", isNew: true);
        Assert.Equal("new", fresh.Characters.ToString());
        Assert.Equal(["Password of key.json", "New password of key.json", "The same again"], _terminal.Questions);
    }

    [Fact]
    public void Read_ANewOneThatDiffersOrIsEmpty_IsRefused()
    {
        _terminal.Answers.Enqueue("one");
        _terminal.Answers.Enqueue("other");
        Assert.Throws<CommandException>(() => Reader.Read(PasswordSource.Prompt, "key", isNew: true));
        _terminal.Answers.Enqueue("");
        _terminal.Answers.Enqueue("");
        Assert.Throws<CommandException>(() => Reader.Read(PasswordSource.Prompt, "key", isNew: true));
    }

    [Fact]
    public void Read_WithNobodyToAsk_SaysWhichOptionsThereAre()
    {
        var refused = Assert.Throws<CommandException>(() => Reader.Read(PasswordSource.Prompt, "key"));
        Assert.Contains("--password-file", refused.Report.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_APassword_ErasesIt()
    {
        var password = new Password("secret");
        var characters = password.Characters;
        password.Dispose();
        Assert.Equal(new string('\0', 6), characters.ToString());
        Assert.DoesNotContain("secret", new Password("secret").ToString(), StringComparison.Ordinal);
    }

    private string ReadFile(string content)
    {
        File.WriteAllText(_terminal.PathOf("password"), content, new UTF8Encoding(false));
        using var password = Reader.Read(new PasswordSource(_terminal.PathOf("password"), null), "key");
        return password.Characters.ToString();
    }

    private void AssertRefused(string path)
    {
        var refused = Assert.Throws<CommandException>(() => Reader.Read(new PasswordSource(path, null), "key"));
        Assert.Equal(path, refused.Report.Where);
    }
}

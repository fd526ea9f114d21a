using Quarantine.Ethereum.Keys;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Keystores;
using Quarantine.Terminal.Passwords;
using Quarantine.TestKit.Programs;

namespace Quarantine.Terminal.Tests.Keystores;

public sealed class KeystoreDeskTests : IDisposable
{
    private static readonly PasswordSource Source = new(null, "PW");

    private readonly TestTerminal _terminal = new();
    private readonly PrivateKey _key = PrivateKey.Generate();
    private readonly PrivateKey _other = PrivateKey.Generate();

    public KeystoreDeskTests() => _terminal.Environment["PW"] = "secret";

    private KeystoreDesk Desk => new(_terminal.Context(TextWriter.Null, TextWriter.Null));

    public void Dispose()
    {
        _terminal.Dispose();
        _key.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void OpenAll_WhatCreateWrote_AreTheKeysInTheirOrder()
    {
        Desk.Create(Source, (_terminal.PathOf("a"), _key), (_terminal.PathOf("b"), _other));
        var keys = Desk.OpenAll(Source, _terminal.PathOf("b"), _terminal.PathOf("a"));
        Assert.Equal([_other.Address, _key.Address], keys.Select(key => key.Address));
        foreach (var key in keys)
        {
            key.Dispose();
        }
    }

    [Fact]
    public void Create_WhereOneFileIsThere_WritesNone()
    {
        _terminal.Write("b", "mine");
        var refused = Assert.Throws<CommandException>(() => Desk.Create(Source, (_terminal.PathOf("a"), _key), (_terminal.PathOf("b"), _other)));
        Assert.Equal(_terminal.PathOf("b"), refused.Report.Where);
        Assert.False(File.Exists(_terminal.PathOf("a")));
        Assert.Equal("mine", File.ReadAllText(_terminal.PathOf("b")));
    }

    [Fact]
    public void Open_WithAWrongPassword_SaysSoWithoutIt()
    {
        Desk.Create(Source, (_terminal.PathOf("a"), _key));
        _terminal.Environment["PW"] = "a wrong one";
        var refused = Assert.Throws<CommandException>(() => Desk.Open(_terminal.PathOf("a"), Source));
        Assert.Equal(ExitCode.Key, refused.Report.Code);
        Assert.Equal(_terminal.PathOf("a"), refused.Report.Where);
        Assert.DoesNotContain("a wrong one", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"version\":3,\"crypto\":{\"kdf\":\"scrypt\",\"kdfparams\":{\"n\":1073741824,\"r\":8,\"p\":1,\"dklen\":32,\"salt\":\"00\"},\"cipher\":\"aes-128-ctr\",\"cipherparams\":{\"iv\":\"00000000000000000000000000000000\"},\"ciphertext\":\"0000000000000000000000000000000000000000000000000000000000000000\",\"mac\":\"0000000000000000000000000000000000000000000000000000000000000000\"}}")]
    public void Open_AHostileFile_IsRefusedByName(string content)
    {
        var path = _terminal.Write("a", content);
        var refused = Assert.Throws<CommandException>(() => Desk.Open(path, Source));
        Assert.Equal(ExitCode.Key, refused.Report.Code);
        Assert.Equal(path, refused.Report.Where);
    }

    [Fact]
    public void Open_NoFile_SaysHowToMakeOne()
    {
        var refused = Assert.Throws<CommandException>(() => Desk.Open(_terminal.PathOf("none"), Source));
        Assert.Equal(ExitCode.Key, refused.Report.Code);
        Assert.Contains("init", refused.Report.Next, StringComparison.Ordinal);
    }
}

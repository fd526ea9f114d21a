using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Keystore;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Keystore;

public sealed class KeystoreFileTests : IDisposable
{
    /// <summary>Cheap: what is tested is the format.</summary>
    private static readonly ScryptParameters Cheap = new(2, 1, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-keystore-").FullName;
    private readonly PrivateKey _key = PrivateKey.Generate();

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The test vectors of the Web3 Secret Storage Definition: password "testpassword".</summary>
    [Theory]
    [InlineData("""
        {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
        "ciphertext":"5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46","kdf":"pbkdf2",
        "kdfparams":{"c":262144,"dklen":32,"prf":"hmac-sha256","salt":"ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd"},
        "mac":"517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
        """)]
    [InlineData("""
        {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e466191a123791e0e"},
        "ciphertext":"d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c","kdf":"scrypt",
        "kdfparams":{"dklen":32,"n":262144,"p":8,"r":1,"salt":"ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19"},
        "mac":"2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097"},"id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3}
        """)]
    public void Decrypt_PublishedVector_GivesItsKey(string json)
    {
        using var key = KeystoreFile.Decrypt(Encoding.UTF8.GetBytes(json), "testpassword");
        Assert.Equal("0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d", Secret(key));
        Assert.Null(KeystoreFile.AddressOf(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public async Task Decrypt_KeystoreOfCast_GivesItsKey()
    {
        await CastProgram.RunAsync("wallet", "import", "account", "--keystore-dir", _folder, "--private-key", Secret(_key), "--unsafe-password", "påsswørd");
        using var key = KeystoreFile.Decrypt(KeystoreFile.Read(Path.Combine(_folder, "account")), "påsswørd");
        Assert.Equal(_key.Address, key.Address);
    }

    [Fact]
    public async Task Write_ThenReadByCast_GivesTheKey()
    {
        KeystoreFile.Write(Path.Combine(_folder, "ours"), KeystoreFile.Encrypt(_key, "påsswørd", ScryptParameters.Light));
        var printed = await CastProgram.RunAsync("wallet", "decrypt-keystore", "ours", "--keystore-dir", _folder, "--unsafe-password", "påsswørd");
        Assert.Contains(Secret(_key), printed, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Encrypt_StandardCost_IsGethsAndOpensAgain()
    {
        var json = KeystoreFile.Encrypt(_key, "correct horse");
        var crypto = JsonNode.Parse(json)!["crypto"]!;
        Assert.Equal(262_144, (int)crypto["kdfparams"]!["n"]!);
        Assert.Equal(3, (int)JsonNode.Parse(json)!["version"]!);
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", (string)JsonNode.Parse(json)!["id"]!);
        Assert.Equal(_key.Address, KeystoreFile.AddressOf(json));
        using var key = KeystoreFile.Decrypt(json, "correct horse");
        Assert.Equal(_key.Address, key.Address);
    }

    [Fact]
    public void Encrypt_Twice_SharesNoSaltIvOrId()
    {
        var (first, second) = (Text(KeystoreFile.Encrypt(_key, "p", Cheap)), Text(KeystoreFile.Encrypt(_key, "p", Cheap)));
        Assert.Empty(Unique(first).Intersect(Unique(second), StringComparer.Ordinal));
        Assert.DoesNotContain(Secret(_key)[2..], first, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("居家隔離 🏠")]
    public void Decrypt_WithItsPassword_GivesTheKey(string password)
    {
        using var key = KeystoreFile.Decrypt(KeystoreFile.Encrypt(_key, password, Cheap), password);
        Assert.Equal(Secret(_key), Secret(key));
    }

    [Fact]
    public void Decrypt_AnotherPassword_IsWrongPassword() =>
        Assert.Equal(KeystoreFailure.WrongPassword, Failure(() => KeystoreFile.Decrypt(KeystoreFile.Encrypt(_key, "a", Cheap), "b")));

    [Fact]
    public void DecryptSecret_AnySecret_IsTheSame()
    {
        var (secret, read) = (Enumerable.Repeat((byte)0xFF, 32).ToArray(), new byte[32]);
        var json = KeystoreFile.EncryptSecret(secret, "p", Cheap);
        KeystoreFile.DecryptSecret(json, "p", read);
        Assert.Equal(secret, read);
        Assert.Null(KeystoreFile.AddressOf(json));

        // As a curve's secret key it is above the order.
        Assert.Equal(KeystoreFailure.WrongKey, Failure(() => KeystoreFile.Decrypt(json, "p")));
    }

    [Theory]
    [InlineData("crypto.ciphertext", KeystoreFailure.WrongPassword)]
    [InlineData("crypto.mac", KeystoreFailure.WrongPassword)]
    [InlineData("crypto.kdfparams.salt", KeystoreFailure.WrongPassword)]
    [InlineData("crypto.cipherparams.iv", KeystoreFailure.WrongKey)]
    [InlineData("address", KeystoreFailure.WrongKey)]
    public void Decrypt_AMemberAltered_IsRefused(string member, object failure) =>
        Assert.Equal((KeystoreFailure)failure, Failure(() => KeystoreFile.Decrypt(With(member, old => Flip(old.GetValue<string>())), "p")));

    [Theory]
    [InlineData("version", "4", KeystoreFailure.Unsupported)]
    [InlineData("version", "\"3\"", KeystoreFailure.Malformed)]
    [InlineData("version", "3.5", KeystoreFailure.Malformed)]
    [InlineData("crypto", "null", KeystoreFailure.Malformed)]
    [InlineData("crypto", "[]", KeystoreFailure.Malformed)]
    [InlineData("address", "\"0x00\"", KeystoreFailure.Malformed)]
    [InlineData("address", "7", KeystoreFailure.Malformed)]
    [InlineData("crypto.cipher", "\"aes-256-gcm\"", KeystoreFailure.Unsupported)]
    [InlineData("crypto.cipherparams.iv", "\"00\"", KeystoreFailure.Malformed)]
    [InlineData("crypto.ciphertext", "\"\"", KeystoreFailure.Malformed)]
    [InlineData("crypto.ciphertext", "\"zz\"", KeystoreFailure.Malformed)]
    [InlineData("crypto.mac", "\"00\"", KeystoreFailure.Malformed)]
    [InlineData("crypto.kdf", "\"argon2id\"", KeystoreFailure.Unsupported)]
    [InlineData("crypto.kdfparams.dklen", "16", KeystoreFailure.Unsupported)]
    [InlineData("crypto.kdfparams.n", "0", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.n", "3", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.n", "-2", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.n", "1073741824", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.n", "9223372036854775807", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.n", "1e9", KeystoreFailure.Malformed)]
    [InlineData("crypto.kdfparams.r", "0", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.r", "1073741824", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.p", "1073741824", KeystoreFailure.TooExpensive)]
    [InlineData("crypto.kdfparams.salt", "null", KeystoreFailure.Malformed)]
    public void Decrypt_AMemberReplaced_IsRefusedAtOnce(string member, string value, object failure)
    {
        var json = With(member, _ => JsonNode.Parse(value));
        var started = Stopwatch.GetTimestamp();
        Assert.Equal((KeystoreFailure)failure, Failure(() => KeystoreFile.Decrypt(json, "p")));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("2000000000", "hmac-sha256", KeystoreFailure.TooExpensive)]
    [InlineData("0", "hmac-sha256", KeystoreFailure.TooExpensive)]
    [InlineData("-1", "hmac-sha256", KeystoreFailure.TooExpensive)]
    [InlineData("1", "hmac-md5", KeystoreFailure.Unsupported)]
    public void Decrypt_HostilePbkdf2_IsRefused(string iterations, string function, object failure)
    {
        var node = JsonNode.Parse(KeystoreFile.Encrypt(_key, "p", Cheap))!;
        node["crypto"]!["kdf"] = "pbkdf2";
        node["crypto"]!["kdfparams"] = JsonNode.Parse($$"""{"c":{{iterations}},"dklen":32,"prf":"{{function}}","salt":"00"}""");
        Assert.Equal((KeystoreFailure)failure, Failure(() => KeystoreFile.Decrypt(Encoding.UTF8.GetBytes(node.ToJsonString()), "p")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"version\":3,\"version\":3}")]
    [InlineData("{\"version\":3,\"crypto\":{\"cipher\":\"\\ud800\"}}")]
    public void Decrypt_NoKeystore_IsMalformed(string json) =>
        Assert.Equal(KeystoreFailure.Malformed, Failure(() => KeystoreFile.Decrypt(Encoding.UTF8.GetBytes(json), "p")));

    /// <summary>Law: whatever a file holds, only KeystoreException is thrown. 3,000 keystores with changed bytes.</summary>
    [Fact]
    public void Decrypt_BytesChanged_ThrowsNothingElse()
    {
        var json = KeystoreFile.Encrypt(_key, "p", Cheap);
        var edits = (from position in Gen.Choose(0, json.Length - 1) from value in Gen.Choose(0, 255) select (position, (byte)value)).ListOf();
        Prop.ForAll(edits.ToArbitrary(), changes =>
        {
            var changed = (byte[])json.Clone();
            foreach (var (position, value) in changes)
            {
                changed[position] = value;
            }

            try
            {
                using var key = KeystoreFile.Decrypt(changed, "p");
                return key.Address == _key.Address;
            }
            catch (KeystoreException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Read_FileTooLarge_IsRefusedWithoutReadingAll()
    {
        var path = Path.Combine(_folder, "large");
        using (var stream = File.Create(path))
        {
            stream.SetLength(10L << 30);
        }

        Assert.Equal(KeystoreFailure.TooLarge, Failure(() => KeystoreFile.Read(path)));
        Assert.Equal(KeystoreFailure.TooLarge, Failure(() => KeystoreFile.Decrypt(new byte[70_000], "p")));
    }

    [Fact]
    public void Write_NewFile_IsTheOwnersOnlyAndLeavesNothingElse()
    {
        var path = Path.Combine(_folder, "key");
        KeystoreFile.Write(path, "{}"u8);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal("{}", File.ReadAllText(path));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Write_FileThatExists_ThrowsAndKeepsIt()
    {
        var path = Path.Combine(_folder, "key");
        KeystoreFile.Write(path, "first"u8);
        Assert.Throws<IOException>(() => KeystoreFile.Write(path, "second"u8));
        Assert.Equal("first", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void ScryptParameters_TooExpensiveOrInvalid_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScryptParameters(3, 8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScryptParameters(1 << 20, 8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScryptParameters(262_144, 8, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ScryptParameters(2, 0, 1));
    }

    private static IEnumerable<string> Unique(string json)
    {
        var (root, crypto) = (JsonNode.Parse(json)!, JsonNode.Parse(json)!["crypto"]!);
        return new[] { root["id"], crypto["kdfparams"]!["salt"], crypto["cipherparams"]!["iv"], crypto["ciphertext"] }.Select(node => node!.ToString());
    }

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);

    private static string Secret(PrivateKey key)
    {
        var secret = new byte[PrivateKey.Length];
        key.ExportTo(secret);
        return Hex.Encode(secret);
    }

    private static KeystoreFailure Failure(Func<object?> action) => Assert.Throws<KeystoreException>(action).Failure;

    private static JsonNode Flip(string hex) => (hex[0] == '0' ? '1' : '0') + hex[1..];

    private byte[] With(string member, Func<JsonNode, JsonNode?> change)
    {
        var root = JsonNode.Parse(KeystoreFile.Encrypt(_key, "p", Cheap))!;
        var parts = member.Split('.');
        var parent = parts[..^1].Aggregate(root, (node, name) => node[name]!);
        parent[parts[^1]] = change(parent[parts[^1]]!);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}

using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests;

/// <summary>The page's example compiles and runs: it is the text between the two marks below.</summary>
public sealed class ReadmeTests
{
    private const int Indentation = 8;

    [Fact]
    public void Example_OfThePage_SignsAndVerifies()
    {
        var backup = new SeededRandom("the page's gateway").Take(GatewaySeed.Length);
        using var seed = new GatewaySeed(backup);
        using var member = seed.DeriveRingKey();
        Assert.True(Ring.TryCreate([member.PublicKey], out var page));

        Assert.True(Run(backup, page.ToCode(), 31337, Address.Zero, Bytes32.FromUInt64(1), 20_500, Bytes32.FromUInt64(2), Address.Zero));
    }

    [Fact]
    public void Example_OfThePage_IsTheOneThatRuns()
    {
        var source = File.ReadAllLines(Path.Combine(VectorFile.Root, "tests", "Quarantine.RingSignatures.Tests", "ReadmeTests.cs"));
        var from = Array.FindIndex(source, line => line.Trim() == "// Page: from here") + 1;
        var to = Array.FindIndex(source, line => line.Trim() == "// Page: to here");
        var example = string.Join('\n', source[from..to].Select(line => line.Length > Indentation ? line[Indentation..] : string.Empty));
        var page = File.ReadAllText(Path.Combine(VectorFile.Root, "host", "Quarantine.RingSignatures", "README.md"));

        Assert.Contains($"```csharp\n{example}\n```", page, StringComparison.Ordinal);
    }

    private static bool Run(
        byte[] backup, byte[] pageCode, ulong chainId, Address policy, Bytes32 communityId, ulong slot, Bytes32 state, Address relay)
    {
        // Page: from here
        // Each gateway has one seed, and from it three keys that tell nothing about each other.
        using var seed = new GatewaySeed(backup);
        using var ringKey = seed.DeriveRingKey();

        // The ring is a page of the registry: its contract code is fetched from the chain and checked.
        if (!Ring.TryParseCode(pageCode, out var ring))
        {
            return false;
        }

        // What is stated, where and when; eps and the message are computed here, never taken from others.
        var scope = new Scope(chainId, policy, communityId, Kind: 0, slot);
        var statement = new Statement(scope, state, relay);
        var signature = new LsagSigner().Sign(ringKey, ring, statement);

        // Anybody can check that a member of the ring said so, and that this member has not said it before: signature.Tag.X.
        var valid = LsagVerifier.Verify(ring, statement, signature);
        // Page: to here
        return valid;
    }
}

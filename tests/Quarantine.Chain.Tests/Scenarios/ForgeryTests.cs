using System.Buffers.Binary;
using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>
/// The policy on a real chain beside the verifier in C#: they refuse the same altered reports, for the same reason. The hour is one in which
/// dailies of two slots and alerts of one are taken, so that what is altered meets the signature and not the clock.
/// </summary>
public sealed class ForgeryTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141", System.Globalization.NumberStyles.HexNumber);

    private static readonly ulong Slot = Today + 1;

    private CommunityFollower _follower = null!;
    private ReportExpectation _expectation = null!;
    private SignedReport _genuine = null!;

    private Address Relay => Members[1].Account.Address;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Community.MoveToAsync(Slot + 1, TimeSpan.FromHours(1));
        _follower = await FollowAsync();
        var rings = new Dictionary<ulong, IReadOnlyDictionary<ulong, Ring>>();
        for (var slot = Today - 1; slot <= Slot + 1; slot++)
        {
            rings[slot] = await _follower.RingsAtAsync(slot);
        }

        var block = await Chain.Node.GetBlockAsync(BlockReference.Latest);
        _expectation = new ReportExpectation(
            Community.Deployment.ChainId,
            _follower.Read(state => state),
            rings,
            Community.Strong,
            DateTimeOffset.FromUnixTimeSeconds((long)block!.Timestamp));
        _genuine = await SignDailyAsync(Members[0], Members[1], Community.Strong, Slot, TestCommunity.OneTrip);
    }

    public override async Task DisposeAsync()
    {
        _follower.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Report_AnyBitOfAnyFieldFlipped_IsRefusedAsTheVerifierRefuses()
    {
        Assert.Null(await AgreeAsync("genuine", _genuine, Relay));
        var refusals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, report, sender) in EveryBitFlipped())
        {
            var refusal = await AgreeAsync(name, report, sender);
            Assert.True(refusal is not null, $"{name} flipped, and accepted all the same.");
            refusals[refusal] = refusals.GetValueOrDefault(refusal) + 1;
        }

        // c0, T.x, parity's lowest bit and eight z; the relay; trips, minutes and visits; one slot; one kind.
        Assert.True(refusals["SignatureInvalid"] >= (10 * 256) + 1 + 160 + 80 + 2, $"{refusals["SignatureInvalid"]} met the signature.");
    }

    [Fact]
    public async Task Report_NumbersOutOfRangeOrTurned_AreRefusedAsTheVerifierRefuses()
    {
        var (c0, tag, z) = (_genuine.Signature.C0, _genuine.Signature.Tag, _genuine.Signature.Z.ToArray());
        foreach (var edge in Edges())
        {
            Assert.NotNull(await AgreeAsync($"c0 = {edge}", With(edge, tag, z), Relay));
            Assert.NotNull(await AgreeAsync($"T.x = {edge}", With(c0, tag with { X = edge }, z), Relay));
            for (var i = 0; i < z.Length; i++)
            {
                Assert.NotNull(await AgreeAsync($"z{i} = {edge}", With(c0, tag, [.. z[..i], edge, .. z[(i + 1)..]]), Relay));
            }
        }

        for (var parity = 0; parity <= byte.MaxValue; parity++)
        {
            var refusal = await AgreeAsync($"parity {parity}", With(c0, tag with { Parity = (byte)parity }, z), Relay);
            Assert.Equal(parity == tag.Parity, refusal is null);
        }

        for (var turn = 1; turn < z.Length; turn++)
        {
            Assert.NotNull(await AgreeAsync($"z turned by {turn}", With(c0, tag, [.. z[turn..], .. z[..turn]]), Relay));
        }

        Bytes32 Negated(Bytes32 value) => Bytes32.FromBigInteger(Order - value.ToBigInteger());
        Assert.NotNull(await AgreeAsync("c0 negated", With(Negated(c0), tag, z), Relay));
        Assert.NotNull(await AgreeAsync("z negated", With(c0, tag, [.. z.Select(Negated)]), Relay));
        Assert.NotNull(await AgreeAsync("T negated", With(c0, tag with { Parity = (byte)(1 - tag.Parity) }, [.. z.Select(Negated)]), Relay));
    }

    /// <summary>300 mixtures of two genuine signatures: by two members of one statement, by one member twice, and of two statements.</summary>
    [Fact]
    public async Task Report_SplicedFromTwoGenuineOnes_IsAcceptedOnlyWhereItIsOneOfThem()
    {
        SignedReport[] others =
        [
            await SignDailyAsync(Members[2], Members[1], Community.Strong, Slot, TestCommunity.OneTrip),
            await SignDailyAsync(Members[0], Members[1], Community.Strong, Slot, TestCommunity.OneTrip),
            await SignDailyAsync(Members[0], Members[1], Community.Strong, Today, TestCommunity.OneTrip),
        ];
        var accepted = 0;
        for (var number = 0; number < 300; number++)
        {
            var spliced = Splice(_genuine, others[number % others.Length], number);
            var refusal = await AgreeAsync($"mixture {number}", spliced, Relay);
            var whole = others.Append(_genuine).Any(one => SignedReportCodec.Encode(one).SequenceEqual(SignedReportCodec.Encode(spliced)));
            Assert.Equal(whole, refusal is null);
            accepted += refusal is null ? 1 : 0;
        }

        Assert.InRange(accepted, 1, 30);
    }

    [Fact]
    public async Task Report_OfSomebodyOutsideTheRing_IsRefusedAsTheVerifierRefuses()
    {
        using var stranger = TestMember.Of(99);
        var ring = _expectation.Rings[Slot][_genuine.Page];
        for (var position = 0; position < ring.Count; position++)
        {
            var keys = ring.Keys.ToArray();
            keys[position] = stranger.Ring.PublicKey;
            Array.Sort(keys);
            Assert.True(Ring.TryCreate(keys, out var forged));
            var signature = new LsagSigner().Sign(stranger.Ring, forged, _genuine.StatementOn(_expectation.ChainId, Relay));
            Assert.Equal("SignatureInvalid", await AgreeAsync($"a stranger in place {position}", _genuine with { Signature = signature }, Relay));
        }
    }

    [Fact]
    public async Task Report_GenuineOfAnyMemberKindSlotAndRelay_IsAcceptedAsTheVerifierAccepts()
    {
        for (var i = 0; i < Members.Count; i++)
        {
            var relay = Members[(i + 3) % Members.Count];
            foreach (var (kind, slot) in new[] { (ReportKind.Daily, Today), (ReportKind.Daily, Slot), (ReportKind.Alert, Slot) })
            {
                var report = await Community.SignAsync(Members[i], relay.Account.Address, Community.Strong, kind, slot, TestCommunity.Quiet);
                Assert.Null(await AgreeAsync($"member {i}, {kind} of {slot}", report, relay.Account.Address));
            }
        }
    }

    private static IEnumerable<Bytes32> Edges() =>
    [
        Bytes32.Zero, Bytes32.FromUInt64(1), Bytes32.FromBigInteger(Order - 1), Bytes32.FromBigInteger(Order), Bytes32.FromBigInteger(Order + 1),
        Bytes32.FromBigInteger((BigInteger.One << 256) - 1),
    ];

    private static Bytes32 Flip(Bytes32 word, int bit)
    {
        var bytes = word.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Bytes32(bytes);
    }

    /// <summary>Each field from the one or the other; which, the number decides.</summary>
    private static SignedReport Splice(SignedReport one, SignedReport other, int number)
    {
        Span<byte> seed = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(seed, number);
        var choice = Keccak256.Hash(seed).ToArray();
        var (mine, its) = (one.Signature, other.Signature);
        var z = mine.Z.ToArray().Select((value, i) => choice[i + 3] % 4 == 0 ? its.Z[i] : value).ToArray();
        var tag = choice[1] % 2 == 0 ? mine.Tag : its.Tag;
        return (choice[2] % 2 == 0 ? one : other) with { Signature = new LsagSignature(choice[0] % 2 == 0 ? mine.C0 : its.C0, tag, z) };
    }

    private SignedReport With(Bytes32 c0, Tag tag, ReadOnlySpan<Bytes32> z) => _genuine with { Signature = new LsagSignature(c0, tag, z) };

    private IEnumerable<(string Name, SignedReport Report, Address Sender)> EveryBitFlipped()
    {
        var (c0, tag, z) = (_genuine.Signature.C0, _genuine.Signature.Tag, _genuine.Signature.Z.ToArray());
        for (var bit = 0; bit < 256; bit++)
        {
            yield return ($"community, bit {bit}", _genuine with { CommunityId = Flip(_genuine.CommunityId, bit) }, Relay);
            yield return ($"state, bit {bit}", _genuine with { State = Flip(_genuine.State, bit) }, Relay);
            yield return ($"c0, bit {bit}", With(Flip(c0, bit), tag, z), Relay);
            yield return ($"T.x, bit {bit}", With(c0, tag with { X = Flip(tag.X, bit) }, z), Relay);
            for (var i = 0; i < z.Length; i++)
            {
                yield return ($"z{i}, bit {bit}", With(c0, tag, [.. z[..i], Flip(z[i], bit), .. z[(i + 1)..]]), Relay);
            }

            if (bit >= 96)
            {
                Assert.True(Address.TryFromWord(Flip(Relay.ToWord(), bit), out var sender));
                yield return ($"sender, bit {bit}", _genuine, sender);
            }
        }

        for (var bit = 0; bit < 64; bit++)
        {
            yield return ($"slot, bit {bit}", _genuine with { Slot = _genuine.Slot ^ (1UL << bit) }, Relay);
            yield return ($"page, bit {bit}", _genuine with { Page = _genuine.Page ^ (1UL << bit) }, Relay);
        }

        for (var bit = 0; bit < 8; bit++)
        {
            yield return ($"kind, bit {bit}", _genuine with { Kind = (ReportKind)((int)_genuine.Kind ^ (1 << bit)) }, Relay);
            yield return ($"parity, bit {bit}", With(c0, tag with { Parity = (byte)(tag.Parity ^ (1 << bit)) }, z), Relay);
        }
    }

    /// <summary>The name of the error on which chain and verifier agree; null where both accept.</summary>
    private async Task<string?> AgreeAsync(string name, SignedReport report, Address sender)
    {
        var expected = _expectation.RefusalOf(report, sender);
        var refusal = await RefusalAsync(sender, report.Policy, QuarantinePolicyCalls.Report(report));
        Assert.True(expected == refusal?.Name, $"{name}: the verifier says {expected ?? "valid"}, the chain {refusal?.Name ?? "accepted"}.");
        return expected;
    }
}

using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Officer.Admission;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Possession;
using Quarantine.TestKit.Communities;

namespace Quarantine.Officer.Tests.Admission;

public sealed class RequestCheckTests : IDisposable
{
    private static readonly Bytes32 Community = Bytes32.FromUInt64(1);
    private static readonly TypedDataDomain Domain = RegistryDomain.Of(31_337, Address.Parse("0x00000000000000000000000000000000000000aa"));

    private readonly TestMember _member = TestMember.Of(1);
    private readonly TestMember _other = TestMember.Of(2);
    private readonly RequestCheck _check = new(Domain, Community);
    private readonly EnrolmentRequest _request;

    public RequestCheckTests() => _request = _member.Request(Domain, Community);

    public void Dispose()
    {
        _member.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Verify_AGatewaysOwnRequest_HasNoFault() => Assert.Equal(RequestFault.None, _check.Verify(_request));

    [Fact]
    public void Verify_ForAnotherCommunityOrRegistry_IsRefused()
    {
        Assert.Equal(RequestFault.OtherCommunity, _check.Verify(_member.Request(Domain, Bytes32.FromUInt64(2))));
        Assert.Equal(RequestFault.AccountSignature, _check.Verify(_member.Request(Domain with { ChainId = 1 }, Community)));
    }

    [Fact]
    public void Verify_EachFieldOfAnotherMember_IsRefused()
    {
        var other = _other.Request(Domain, Community);
        var (keys, others) = (_request.Registration, other.Registration);
        Assert.Equal(RequestFault.AccountSignature, Fault(_request with { Registration = keys with { Gateway = others.Gateway } }));
        Assert.Equal(RequestFault.AccountSignature, Fault(_request with { Registration = keys with { RingX = others.RingX } }));
        Assert.Equal(RequestFault.AccountSignature, Fault(_request with { Registration = keys with { SealingX = others.SealingX, SealingY = others.SealingY } }));
        Assert.Equal(RequestFault.AccountSignature, Fault(_request with { AccountSignature = other.AccountSignature }));
        Assert.Equal(RequestFault.SealingSignature, Fault(_request with { SealingSignature = other.SealingSignature }));
        Assert.Equal(RequestFault.Possession, Fault(_request with { PossessionCommitment = other.PossessionCommitment }));
        Assert.Equal(RequestFault.Possession, Fault(_request with { PossessionResponse = other.PossessionResponse }));
        Assert.Equal(RequestFault.Possession, Fault(_request with { PossessionCommitment = Address.Zero }));
        Assert.Equal(RequestFault.Possession, Fault(_request with { PossessionResponse = default }));
    }

    [Fact]
    public void Verify_ARingKeyOffTheCurveOrAtLeastN_IsRefused()
    {
        Assert.Equal(RequestFault.RingKey, Fault(WithRingKey(Bytes32.FromUInt64(5))));
        Assert.Equal(RequestFault.RingKey, Fault(WithRingKey(default)));
        Assert.Equal(RequestFault.RingKey, Fault(WithRingKey(new Bytes32(Enumerable.Repeat((byte)0xFF, 32).ToArray()))));
    }

    [Fact]
    public void Verify_ASealingKeyOffTheCurve_IsRefused()
    {
        var keys = _request.Registration with { SealingY = Bytes32.FromUInt64(1) };
        var request = _request with { Registration = keys, AccountSignature = _member.Account.Sign(keys.Digest(Domain)) };
        Assert.Equal(RequestFault.SealingSignature, Fault(request));
    }

    [Fact]
    public void Verify_OneKeyForTwoPurposes_IsRefused()
    {
        // The ring key's own point, or its mirror image, as account.
        Span<byte> secret = stackalloc byte[32];
        _member.Ring.ExportSecret(secret);
        using var account = new PrivateKey(secret);
        Assert.Equal(RequestFault.KeysNotSeparate, Fault(Signed(account, _member.Sealing)));

        // The account's point as sealing key.
        _member.Account.ExportTo(secret);
        Assert.True(SealingKeyPair.TryCreate(secret, out var sealing));
        Assert.Equal(RequestFault.KeysNotSeparate, Fault(Signed(_member.Account, sealing)));

        // The ring key's point as sealing key.
        _member.Ring.ExportSecret(secret);
        Assert.True(SealingKeyPair.TryCreate(secret, out var ring));
        Assert.Equal(RequestFault.KeysNotSeparate, Fault(Signed(_member.Account, ring)));
        sealing.Dispose();
        ring.Dispose();
    }

    [Fact]
    public void VerifyAll_TheSameGatewayTwice_IsRefused()
    {
        Assert.Empty(_check.VerifyAll([_request, _other.Request(Domain, Community)]));
        var fault = Assert.Single(_check.VerifyAll([_request, _member.Request(Domain, Community)]));
        Assert.Equal(RequestFault.Repeated, fault.Fault);
    }

    private RequestFault Fault(EnrolmentRequest request) => _check.Verify(request);

    private EnrolmentRequest WithRingKey(Bytes32 ringX)
    {
        var keys = _request.Registration with { RingX = ringX };
        var digest = keys.Digest(Domain);
        Assert.True(Signature.TryParse(_member.Sealing.SignRegistration(digest), out var sealing));
        return _request with { Registration = keys, AccountSignature = _member.Account.Sign(digest), SealingSignature = sealing };
    }

    private EnrolmentRequest Signed(PrivateKey account, SealingKeyPair sealing)
    {
        var keys = new KeyRegistration(Community, account.Address, _member.Ring.PublicKey.X, sealing.PublicKey.X, sealing.PublicKey.Y);
        var digest = keys.Digest(Domain);
        var proof = new PossessionProver().Prove(_member.Ring, digest);
        Assert.True(Signature.TryParse(sealing.SignRegistration(digest), out var signature));
        return new EnrolmentRequest(keys, account.Sign(digest), signature, proof.Commitment, proof.Response);
    }
}

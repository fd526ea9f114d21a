// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {RingTranscript} from "../../src/libraries/RingTranscript.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: one makes many. Who has no house number of an officer is in no ring, and nobody has two.
contract SybilAttackTest is ReportingTest {
    using Gateways for Gateways.Gateway;

    Gateways.Gateway private sybil;

    function setUp() public override {
        super.setUp();
        sybil = Gateways.make("sybil", 0);
    }

    // Without a house number.

    /// @dev 10,000 keys that no officer admitted, each in the place of each member.
    function testFuzz_Sybil_AnyKeyWithoutHouseNumber_CannotReport(uint256 seed) external {
        uint256 secret = Curve.toSecret(seed);
        uint256 place = seed % community.ring.length;
        // The fuzzer looks into the test's storage, and does find the members' own secrets there.
        vm.assume(RingSigner.keyOf(secret).x != community.ring[place]);
        RingSigner.Key memory impostor = RingSigner.Key(secret, community.ring[place]);
        _expectForgeryRefused(impostor, community.ring);
    }

    /// @dev The ring as it would be, had the key been admitted in a member's place.
    function test_Sybil_RingOfItsOwnMaking_Refused() external {
        uint256[] memory ring = community.ring;
        ring[1] = sybil.ring.x;
        _expectForgeryRefused(sybil.ring, _ascending(ring));
    }

    /// @dev Admitted, but not in a ring of the slot yet.
    function test_Sybil_AdmittedAfterTheRingsWereCut_CannotReportTheSlot() external {
        _admit(_admission(COMMUNITY, sybil));
        _closeAndCut(COMMUNITY, _none(), _poolOfTwoWith(sybil));
        IQuarantinePolicy.SignedReport memory r = _forged(sybil.ring, _poolOfTwoWith(sybil));
        for (r.page = 0; r.page < 3; r.page++) {
            bytes memory reason = r.page == 0
                ? abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 2, 4)
                : abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, r.page, SLOT);
            _expectRefusal(policy, r, reason);
        }
    }

    // With a house number that is not one.

    function test_Sybil_HouseNumberSignedByNonOfficer_Refused() external {
        uint256 strangersKey = 0xBAD;
        uint256[3] memory signers = [strangersKey, sybil.accountKey, community.gateways[0].accountKey];
        for (uint256 i = 0; i < signers.length; i++) {
            ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, sybil.account);
            _expectAdmissionRefused(
                sybil.admission(registry, signers[i], h),
                abi.encodeWithSelector(ICommunityRegistry.NotAnOfficer.selector, vm.addr(signers[i]))
            );
        }
    }

    function test_Sybil_HouseNumberSignedByFormerOfficer_Refused() external {
        uint256 formerKey = 0xF03;
        address former = vm.addr(formerKey);
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, sybil.account);
        vm.startPrank(officer);
        IAccessControl(address(registry)).grantRole(Domains.OFFICER_ROLE, former);
        IAccessControl(address(registry)).revokeRole(Domains.OFFICER_ROLE, former);
        vm.stopPrank();
        _expectAdmissionRefused(
            sybil.admission(registry, formerKey, h),
            abi.encodeWithSelector(ICommunityRegistry.NotAnOfficer.selector, former)
        );
    }

    function test_Sybil_HouseNumberOfAnotherAccount_Refused() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, sybil);
        Gateways.Gateway memory second = Gateways.make("sybil", 1);
        a.houseNumber.gateway = second.account;
        second.signKeys(registry, a);
        _expectAdmissionRefused(a, ICommunityRegistry.NotAnOfficer.selector);
    }

    function test_Sybil_HouseNumberOfAnotherCommunity_Refused() external {
        _createCommunity("Wuhan", 16, 2);
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, sybil);
        a.houseNumber.communityId = "Wuhan";
        sybil.signKeys(registry, a);
        _expectAdmissionRefused(a, ICommunityRegistry.NotAnOfficer.selector);
    }

    function test_Sybil_HouseNumberOfAnotherRegistry_Refused() external {
        ICommunityRegistry elsewhere = _registryOf(officer);
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, sybil.account);
        ICommunityRegistry.Admission memory a = sybil.admission(elsewhere, OFFICER_KEY, h);
        sybil.signKeys(registry, a);
        _expectAdmissionRefused(a, ICommunityRegistry.NotAnOfficer.selector);
    }

    // One house number each.

    /// @dev The later one takes the earlier's place: one seat, whatever the officer signs.
    function test_Sybil_ManyHouseNumbersForOneAccount_OneSeat() external {
        for (uint256 i = 0; i < 5; i++) {
            sybil.ring = RingSigner.keyOf(Curve.secretOf("another key", i));
            _admit(_admission(COMMUNITY, sybil));
            _pass(1);
        }
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
        _closeAndCut(COMMUNITY, _none(), _poolOfTwoWith(sybil));
        vm.assertEq(registry.pageAt(COMMUNITY, 1).size, 2);
    }

    function test_Sybil_EarlierOrSameHouseNumberAgain_Refused() external {
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, sybil.account);
        _admit(sybil.admission(registry, OFFICER_KEY, h));
        sybil.ring = RingSigner.keyOf(Curve.secretOf("another key", 0));
        uint64 latest = h.issuedAt;
        for (uint64 earlier = 0; earlier < 3; earlier++) {
            h.issuedAt = latest - earlier;
            _expectAdmissionRefused(
                sybil.admission(registry, OFFICER_KEY, h),
                abi.encodeWithSelector(
                    ICommunityRegistry.HouseNumberOutdated.selector, sybil.account, h.issuedAt, latest
                )
            );
        }
    }

    function test_Sybil_MemberOfTwoCommunities_OnlyOnceDetached() external {
        _admit(_admission(COMMUNITY, sybil));
        _createCommunity("Wuhan", 16, 2);
        _pass(1);
        bytes memory elsewhere =
            abi.encodeWithSelector(ICommunityRegistry.MemberElsewhere.selector, sybil.account, COMMUNITY);
        sybil.ring = RingSigner.keyOf(Curve.secretOf("another key", 0));
        _expectAdmissionRefused(_admission("Wuhan", sybil), elsewhere);
        vm.prank(officer);
        registry.revoke(COMMUNITY, sybil.account);
        _admit(_admission("Wuhan", sybil));
        vm.assertTrue(registry.isMember("Wuhan", sybil.account));
        vm.assertFalse(registry.isMember(COMMUNITY, sybil.account));
    }

    function test_Sybil_MemberInAPageOrPoolOfOneCommunity_RefusedInAnother() external {
        _createCommunity("Wuhan", 16, 2);
        Gateways.Gateway memory seated = community.gateways[0];
        seated.ring = RingSigner.keyOf(Curve.secretOf("another key", 0));
        vm.prank(officer);
        registry.revoke(COMMUNITY, seated.account);
        bytes memory elsewhere =
            abi.encodeWithSelector(ICommunityRegistry.MemberElsewhere.selector, seated.account, COMMUNITY);
        _expectAdmissionRefused(_admission("Wuhan", seated), elsewhere);

        _admit(_admission(COMMUNITY, sybil));
        _poolOfTwoWith(sybil);
        _close(COMMUNITY, _none());
        vm.prank(officer);
        registry.revoke(COMMUNITY, sybil.account);
        sybil.ring = seated.ring;
        _pass(1);
        _expectAdmissionRefused(
            _admission("Wuhan", sybil),
            abi.encodeWithSelector(ICommunityRegistry.MemberElsewhere.selector, sybil.account, COMMUNITY)
        );
    }

    // One key, one place.

    function test_Sybil_OneRingKeyForTwoAccounts_Refused() external {
        Gateways.Gateway memory second = Gateways.make("sybil", 1);
        second.ring = sybil.ring;
        ICommunityRegistry.Admission[] memory both = new ICommunityRegistry.Admission[](2);
        (both[0], both[1]) = (_admission(COMMUNITY, sybil), _admission(COMMUNITY, second));
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.RingKeyUsed.selector, both[0].ringX));
        registry.admit(both);
        _admit(both[0]);
        _expectKeyUsed(COMMUNITY, second);
    }

    function test_Sybil_OneRingKeyInTwoCommunities_Refused() external {
        _createCommunity("Wuhan", 16, 2);
        Gateways.Gateway memory second = Gateways.make("sybil", 1);
        second.ring = community.gateways[2].ring;
        _expectKeyUsed("Wuhan", second);
    }

    /// @dev Never twice, not even by its own owner, in any community, after any time.
    function test_Sybil_OwnFormerRingKey_Refused() external {
        RingSigner.Key memory former = sybil.ring;
        _admit(_admission(COMMUNITY, sybil));
        _pass(1);
        sybil.ring = RingSigner.keyOf(Curve.secretOf("another key", 0));
        _admit(_admission(COMMUNITY, sybil));
        _pass(40 * DAY);
        sybil.ring = former;
        _expectKeyUsed(COMMUNITY, sybil);
    }

    function _expectKeyUsed(bytes32 id, Gateways.Gateway memory gateway) private {
        _expectAdmissionRefused(
            _admission(id, gateway),
            abi.encodeWithSelector(ICommunityRegistry.RingKeyUsed.selector, bytes32(gateway.ring.x))
        );
    }

    function _expectForgeryRefused(RingSigner.Key memory key, uint256[] memory ring) private {
        _expectRefusal(
            policy, _forged(key, ring), abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector)
        );
    }

    /// @dev A report signed as well as can be with a key that stands, or seems to stand, in the ring.
    function _forged(RingSigner.Key memory key, uint256[] memory ring)
        private
        returns (IQuarantinePolicy.SignedReport memory r)
    {
        uint256 eps = RingTranscript.scope(Domains.TAG, address(policy), COMMUNITY, DAILY, SLOT);
        RingSigner.Tag memory tag = RingSigner.tagOf(key, eps);
        (r.communityId, r.slot, r.state, r.tagX, r.tagParity) =
            (COMMUNITY, SLOT, _compliant(), tag.x, tag.parity);
        bytes32 message = _message(policy, r, keccak256(abi.encodePacked(hex"00", ring)), RELAY);
        (r.c0, r.z) = RingSigner.sign(message, eps, ring, key, tag);
    }

    /// @dev A second member for a page with the gateway: admitted where it is not yet.
    function _poolOfTwoWith(Gateways.Gateway memory gateway) private returns (uint256[] memory pool) {
        Gateways.Gateway memory second = Gateways.make("second", 0);
        if (!registry.isMember(COMMUNITY, second.account)) _admit(_admission(COMMUNITY, second));
        pool = new uint256[](2);
        (pool[0], pool[1]) = (gateway.ring.x, second.ring.x);
        return _ascending(pool);
    }
}

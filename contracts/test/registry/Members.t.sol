// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {AdmissionTest} from "../AdmissionTest.sol";
import {vm} from "../Vm.sol";

contract MembersTest is AdmissionTest {
    using Gateways for Gateways.Gateway;

    uint256 private constant N = Secp256k1.N;

    Gateways.Gateway private gateway;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 2);
        gateway = Gateways.make("member", 0);
    }

    function test_Admit_EverythingInOrder_MemberQueuedAndEvents() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.MemberAdmitted(
            COMMUNITY,
            gateway.account,
            a.houseNumber.issuedAt,
            a.houseNumber.expiresAt,
            a.ringX,
            a.sealingX,
            a.sealingY
        );
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.MemberQueued(COMMUNITY, gateway.account, 1);
        _admit(a);

        (ICommunityRegistry.VirtualHouseNumber memory stored, bool revoked) =
            registry.houseNumberOf(gateway.account);
        vm.assertEq(keccak256(abi.encode(stored)), keccak256(abi.encode(a.houseNumber)));
        vm.assertFalse(revoked);
        vm.assertTrue(registry.isMember(COMMUNITY, gateway.account));
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
        ICommunityRegistry.Membership memory membership = registry.membershipOf(gateway.account);
        vm.assertEq(membership.communityId, COMMUNITY);
        vm.assertEq(membership.queuedRound, 1);
        vm.assertFalse(membership.inPage);
        (address owner, bool latest) = registry.ringKeyOwner(a.ringX);
        vm.assertEq(owner, gateway.account);
        vm.assertTrue(latest);
    }

    function test_Admit_UnknownCommunity_Reverts() external {
        _expectAdmissionRefused(
            _admission("unknown", gateway),
            abi.encodeWithSelector(ICommunityRegistry.UnknownCommunity.selector, bytes32("unknown"))
        );
    }

    function test_Admit_OneBadOfTwo_AdmitsNobody() external {
        ICommunityRegistry.Admission[] memory two = new ICommunityRegistry.Admission[](2);
        two[0] = _admission(COMMUNITY, gateway);
        two[1] = _admission(COMMUNITY, Gateways.make("member", 1));
        two[1].possessionResponse ^= 1;
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PossessionUnproven.selector, two[1].ringX));
        registry.admit(two);
        vm.assertFalse(registry.isMember(COMMUNITY, gateway.account));
    }

    // The officer's certificate.

    function test_Admit_AnyFieldOfHouseNumberChanged_Reverts() external {
        for (uint256 field = 0; field < 3; field++) {
            ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
            if (field == 0) a.houseNumber.gateway = STRANGER;
            if (field == 1) a.houseNumber.issuedAt--;
            if (field == 2) a.houseNumber.expiresAt += DAY;
            _expectAdmissionRefused(a, ICommunityRegistry.NotAnOfficer.selector);
        }
    }

    function test_Admit_MalformedOfficerSignature_Reverts() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        bytes memory good = a.officerSignature;
        bytes memory nobody = abi.encodeWithSelector(ICommunityRegistry.NotAnOfficer.selector, address(0));
        a.officerSignature = "";
        _expectAdmissionRefused(a, nobody);
        a.officerSignature = abi.encodePacked(good, uint8(0));
        _expectAdmissionRefused(a, nobody);
        a.officerSignature = _highS(good);
        _expectAdmissionRefused(a, nobody);
        good[64] = 0x1d;
        a.officerSignature = good;
        _expectAdmissionRefused(a, nobody);
    }

    function test_Admit_Expiry_MustBeFutureBorder() external {
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, gateway.account);
        h.expiresAt = FIRST_SLOT * DAY;
        _expectAdmissionRefused(
            _admissionOf(h), abi.encodeWithSelector(ICommunityRegistry.ExpiryPassed.selector, h.expiresAt)
        );
        h.expiresAt = (FIRST_SLOT + 5) * DAY + 1;
        _expectAdmissionRefused(
            _admissionOf(h), abi.encodeWithSelector(ICommunityRegistry.ExpiryOffBorder.selector, h.expiresAt)
        );
        h.expiresAt = type(uint64).max;
        _expectAdmissionRefused(
            _admissionOf(h), abi.encodeWithSelector(ICommunityRegistry.ExpiryOutOfRange.selector, h.expiresAt)
        );
    }

    function test_Admit_BorderIsThatOfLocalTime() external {
        vm.prank(officer);
        registry.createCommunity("Wuhan", 8 hours, 16, 2);
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber("Wuhan", gateway.account);
        h.expiresAt += 8 hours;
        _expectAdmissionRefused(
            _admissionOf(h), abi.encodeWithSelector(ICommunityRegistry.ExpiryOffBorder.selector, h.expiresAt)
        );
        h.expiresAt -= 8 hours;
        _admit(_admissionOf(h));
        vm.assertTrue(registry.isMember("Wuhan", gateway.account));
    }

    function test_Admit_IssuedMoreThanADayAhead_Reverts() external {
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, gateway.account);
        h.issuedAt += DAY + 1;
        _expectAdmissionRefused(
            _admissionOf(h), abi.encodeWithSelector(ICommunityRegistry.IssuedInFuture.selector, h.issuedAt)
        );
    }

    // The registration of the keys.

    /// @dev A point off the curve has no signature, whoever signs.
    function test_Admit_SealingPointOffCurve_Reverts() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        a.sealingY = bytes32(uint256(a.sealingY) ^ 1);
        gateway.signKeys(registry, a);
        _expectAdmissionRefused(
            a, abi.encodeWithSelector(ICommunityRegistry.SealingSignatureInvalid.selector, a.sealingX)
        );
    }

    // Replacing, renewing, revoking.

    function test_Admit_LaterHouseNumber_ReplacesKeyWhileQueued() external {
        _admit(_admission(COMMUNITY, gateway));
        bytes32 former = bytes32(gateway.ring.x);
        _pass(1);
        gateway.ring = RingSigner.keyOf(Curve.secretOf("fresh", 0));
        _admit(_admission(COMMUNITY, gateway));
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
        (, bool latest) = registry.ringKeyOwner(former);
        vm.assertFalse(latest);
        (, latest) = registry.ringKeyOwner(bytes32(gateway.ring.x));
        vm.assertTrue(latest);
    }

    function test_Renew_LaterHouseNumber_ExtendsAndShortens() external {
        _admit(_admission(COMMUNITY, gateway));
        for (uint64 i = 1; i < 3; i++) {
            _pass(1);
            ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, gateway.account);
            h.expiresAt = (FIRST_SLOT + (i == 1 ? 90 : 3)) * DAY;
            vm.expectEmit(address(registry));
            emit ICommunityRegistry.MemberRenewed(COMMUNITY, gateway.account, h.issuedAt, h.expiresAt);
            _renew(h);
            (ICommunityRegistry.VirtualHouseNumber memory stored,) = registry.houseNumberOf(gateway.account);
            vm.assertEq(stored.expiresAt, h.expiresAt);
        }
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
    }

    function test_Renew_NotAMemberOrOutdatedOrUnsigned_Reverts() external {
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, gateway.account);
        bytes memory signature = Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h));
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.UnknownMember.selector, gateway.account));
        registry.renew(h, signature);
        vm.stopPrank();
        _admit(_admissionOf(h));
        vm.startPrank(officer);
        vm.expectRevert(
            abi.encodeWithSelector(
                ICommunityRegistry.HouseNumberOutdated.selector, gateway.account, h.issuedAt, h.issuedAt
            )
        );
        registry.renew(h, signature);
        _pass(1);
        h.issuedAt++;
        vm.expectPartialRevert(ICommunityRegistry.NotAnOfficer.selector);
        registry.renew(h, signature);
        vm.stopPrank();
    }

    function test_Revoke_QueuedMember_LeavesTheQueueAndIsNoMember() external {
        _admit(_admission(COMMUNITY, gateway));
        vm.prank(officer);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.MemberRevoked(COMMUNITY, gateway.account);
        registry.revoke(COMMUNITY, gateway.account);
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 0);
        vm.assertFalse(registry.isMember(COMMUNITY, gateway.account));
        (, bool revoked) = registry.houseNumberOf(gateway.account);
        vm.assertTrue(revoked);
    }

    function test_Revoke_StrangerOrTwice_Reverts() external {
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.UnknownMember.selector, STRANGER));
        registry.revoke(COMMUNITY, STRANGER);
        vm.stopPrank();
        _admit(_admission(COMMUNITY, gateway));
        _createCommunity("Wuhan", 16, 2);
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.UnknownMember.selector, gateway.account));
        registry.revoke("Wuhan", gateway.account);
        registry.revoke(COMMUNITY, gateway.account);
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.MemberAlreadyRevoked.selector, gateway.account)
        );
        registry.revoke(COMMUNITY, gateway.account);
        vm.stopPrank();
    }

    function test_Renew_RevokedMember_ReinstatedAndQueuedAgain() external {
        _admit(_admission(COMMUNITY, gateway));
        vm.prank(officer);
        registry.revoke(COMMUNITY, gateway.account);
        _pass(1);
        _renew(_houseNumber(COMMUNITY, gateway.account));
        vm.assertTrue(registry.isMember(COMMUNITY, gateway.account));
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
    }

    function test_IsMember_AtReleaseDate_False() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        _admit(a);
        vm.warp(a.houseNumber.expiresAt - 1);
        vm.assertTrue(registry.isMember(COMMUNITY, gateway.account));
        vm.warp(a.houseNumber.expiresAt);
        vm.assertFalse(registry.isMember(COMMUNITY, gateway.account));
    }

    function _renew(ICommunityRegistry.VirtualHouseNumber memory h) private asOfficer {
        registry.renew(h, Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h)));
    }

    function _admissionOf(ICommunityRegistry.VirtualHouseNumber memory h)
        private
        returns (ICommunityRegistry.Admission memory)
    {
        return gateway.admission(registry, OFFICER_KEY, h);
    }

    function _highS(bytes memory signature) private pure returns (bytes memory) {
        (bytes32 r, bytes32 s) = (bytes32(0), bytes32(0));
        assembly ("memory-safe") {
            r := mload(add(signature, 32))
            s := mload(add(signature, 64))
        }
        return abi.encodePacked(r, N - uint256(s), uint8(signature[64]) == 27 ? uint8(28) : uint8(27));
    }
}

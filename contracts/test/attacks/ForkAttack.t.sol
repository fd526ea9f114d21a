// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {Gateways} from "../signing/Gateways.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: what was signed on one side of a fork of the chain is shown on the other. Both sides have the same contracts
///         at the same addresses, the same members and rings; only the chain's id tells them apart, after the fork.
contract ForkAttackTest is ReportingTest {
    using Gateways for Gateways.Gateway;

    uint256 private constant THIS_SIDE = 31_337;
    uint256 private constant OTHER_SIDE = 99;

    function test_Fork_ReportOfOneSide_RefusedOnTheOther() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        vm.chainId(OTHER_SIDE);
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
        vm.chainId(THIS_SIDE);
        _submit(policy, r);
    }

    /// @dev Spent before the fork or after it: a member has one tag on each side, and they cannot be linked.
    function test_Fork_MemberReportsOnBothSides_OtherTag() external {
        IQuarantinePolicy.SignedReport memory here = _daily(0);
        _submit(policy, here);
        vm.chainId(OTHER_SIDE);
        IQuarantinePolicy.SignedReport memory there = _daily(0);
        vm.assertFalse(here.tagX == there.tagX);
        _submit(policy, there);
        _expectRefusal(policy, there, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, there.tagX));
        vm.assertFalse(policy.isSpent(COMMUNITY, DAILY, SLOT, here.tagX));
        vm.chainId(THIS_SIDE);
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, here.tagX));
    }

    /// @dev House number and keys, each by itself: none of the three signatures, nor the proof, is the other side's.
    function test_Fork_AdmissionOfOneSide_RefusedOnTheOther() external {
        Gateways.Gateway memory gateway = Gateways.make("forked", 0);
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, gateway.account);
        ICommunityRegistry.Admission memory here = gateway.admission(registry, OFFICER_KEY, h);
        vm.chainId(OTHER_SIDE);
        ICommunityRegistry.Admission memory there = gateway.admission(registry, OFFICER_KEY, h);
        _expectAdmissionRefused(here, ICommunityRegistry.NotAnOfficer.selector);
        here.officerSignature = there.officerSignature;
        _expectAdmissionRefused(here, ICommunityRegistry.AccountSignatureInvalid.selector);
        here.accountSignature = there.accountSignature;
        _expectAdmissionRefused(here, ICommunityRegistry.SealingSignatureInvalid.selector);
        here.sealingSignature = there.sealingSignature;
        _expectAdmissionRefused(here, ICommunityRegistry.PossessionUnproven.selector);
        _admit(there);
        vm.chainId(THIS_SIDE);
        vm.assertTrue(registry.isMember(COMMUNITY, gateway.account));
    }

    function test_Fork_RenewalOfOneSide_RefusedOnTheOther() external {
        _pass(1);
        ICommunityRegistry.VirtualHouseNumber memory h =
            _houseNumber(COMMUNITY, community.gateways[0].account);
        bytes memory signature = Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h));
        vm.chainId(OTHER_SIDE);
        vm.prank(officer);
        vm.expectPartialRevert(ICommunityRegistry.NotAnOfficer.selector);
        registry.renew(h, signature);
        vm.chainId(THIS_SIDE);
        vm.prank(officer);
        registry.renew(h, signature);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {RingVerifiers} from "../libraries/RingVerifiers.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a ring without members is a cycle that is closed as it begins, so that anything is signed by it.
contract EmptyRingAttackTest is ReportingTest {
    address private constant NOBODY = address(0xdead);
    address private constant STOP_ONLY = address(0xbeef);

    function test_EmptyRing_NeverCut() external {
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PoolTooSmall.selector, 0, 2));
        registry.closeQueue(COMMUNITY, _none());
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageSizeOutOfRange.selector, 0, 0));
        vm.prank(officer);
        registry.createCommunity("Wuhan", 0, 0, 0);
    }

    function test_EmptyRing_PageThatIsNone_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        r.z = new uint256[](0);
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 0, 4));
        r.page = 1;
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 1, SLOT));
        r.communityId = "unknown";
        _expectRefusal(
            policy, r, abi.encodeWithSelector(IQuarantinePolicy.NotInForce.selector, bytes32("unknown"), SLOT)
        );
    }

    /// @dev The verifier by itself: no code, no keys in the code, no responses.
    function test_EmptyRing_Verifier_Rejects() external {
        RingVerifiers verifiers = new RingVerifiers();
        vm.etch(STOP_ONLY, hex"00");
        address[3] memory rings = [NOBODY, STOP_ONLY, registry.pageAt(COMMUNITY, 0).code];
        RingSigner.Tag memory tag = RingSigner.tagOf(community.gateways[0].ring, 3);
        for (uint256 i = 0; i < rings.length; i++) {
            for (uint256 c0 = 0; c0 < 3; c0++) {
                vm.assertFalse(verifiers.fast("empty", 3, rings[i], c0, tag.x, tag.parity, _none()));
                vm.assertFalse(verifiers.plain("empty", 3, rings[i], c0, tag.x, tag.parity, _none()));
            }
        }
    }
}

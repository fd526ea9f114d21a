// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: an officer changes the rings or the rules of a slot that has begun, or is over, so that a report of it is
///         refused, counted by other rules, or found out by the ring that it no longer fits.
contract FrozenRingsAttackTest is QuarantineTest {
    uint64 private constant SLOT = FIRST_SLOT + 1;
    uint256 private constant MOST_PAGES = 8;

    Community private community;
    IQuarantinePolicy private policy;
    /// @dev Of SLOT, as it begins.
    bytes32 private rings;

    function setUp() public override {
        super.setUp();
        community = _community(COMMUNITY, 4);
        policy = _general(IRelayFund(address(0)), 2);
        _schedule(COMMUNITY, policy, SLOT);
        vm.warp(SLOT * DAY);
        rings = _ringsOf(SLOT);
    }

    function test_FrozenRings_NewPagesInTheSlot_ServeLaterOnesOnly() external {
        _closeAndCut(COMMUNITY, _none(), _ringKeys(_admitMany(COMMUNITY, "late", 3)));
        _expectFrozen();
        vm.assertFalse(_ringsOf(SLOT + 1) == rings);
    }

    function test_FrozenRings_PageDissolvedInTheSlot_ServesItToTheEnd() external {
        _closeAndCut(COMMUNITY, _one(0), community.ring);
        _expectFrozen();
        _afterSlot(SLOT, 0);
        _submit(policy, _signed(community, policy, 0, DAILY, SLOT, _compliant()));
    }

    /// @dev The last second of a slot is still in it: what is cut then serves from the next second on.
    function test_FrozenRings_CutInTheLastSecond_ServesFromTheNext() external {
        bytes32 seed = _close(COMMUNITY, _one(0));
        vm.warp((SLOT + 1) * DAY - 1);
        registry.cutPages(COMMUNITY, _inOrder(seed, community.ring));
        _expectFrozen();
        vm.assertEq(registry.pageAt(COMMUNITY, 1).fromSlot, SLOT + 1);
        vm.assertEq(registry.pageAt(COMMUNITY, 0).untilSlot, SLOT + 1);
    }

    function test_FrozenRings_EveryMemberRevokedAndReleased_StillReportTheSlot() external {
        for (uint256 i = 0; i < 4; i++) {
            vm.prank(officer);
            registry.revoke(COMMUNITY, community.gateways[i].account);
        }
        _closeAndCut(COMMUNITY, _one(0), _ringKeys(_admitMany(COMMUNITY, "others", 2)));
        _expectFrozen();
        _afterSlot(SLOT + 7, 0);
        for (uint256 i = 0; i < 4; i++) {
            _submit(policy, _signed(community, policy, i, DAILY, SLOT, _compliant()));
        }
    }

    /// @dev Days after, with rounds every day, a report that was late still finds its ring.
    function test_FrozenRings_RoundsEveryDay_LateReportFindsItsRing() external {
        for (uint256 page = 0; page < 6; page++) {
            _closeAndCut(COMMUNITY, _one(page), community.ring);
            _expectFrozen();
            _pass(DAY);
        }
        _afterSlot(SLOT, 8 * uint64(DAY) - 1);
        _submit(policy, _signed(community, policy, 0, DAILY, SLOT, _compliant()));
    }

    function test_FrozenRules_PolicyChanged_SlotKeepsItsOwn() external {
        IQuarantinePolicy later = _strong();
        _schedule(COMMUNITY, later, SLOT + 1);
        _schedule(COMMUNITY, _general(IRelayFund(address(0)), 9), SLOT + 3);
        _expectFrozen();
        _afterSlot(SLOT + 4, 0);
        _expectFrozen();
        vm.assertEq(registry.policyAt(COMMUNITY, SLOT + 1), address(later));
        _submit(policy, _signed(community, policy, 0, DAILY, SLOT, _compliant()));
    }

    function _expectFrozen() private view {
        vm.assertEq(_ringsOf(SLOT), rings);
        vm.assertEq(registry.policyAt(COMMUNITY, SLOT), address(policy));
    }

    /// @dev A page that does not serve the slot looks like one that does not exist.
    function _ringsOf(uint64 slot) private view returns (bytes32 digest) {
        for (uint256 page = 0; page < MOST_PAGES; page++) {
            (address ring, uint256 size, bytes32 codeHash, uint256 minimum,, int256 utcOffset) =
                registry.ringAt(COMMUNITY, page, slot);
            digest = keccak256(abi.encode(digest, ring, size, codeHash, minimum, utcOffset, ring.code));
        }
    }
}

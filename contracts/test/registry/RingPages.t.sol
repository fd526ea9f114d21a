// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

contract RingPagesTest is QuarantineTest {
    using Gateways for Gateways.Gateway;

    // Closing.

    function test_CloseQueue_FixesPoolAndSeedBlock() external {
        _createCommunity(COMMUNITY, 16, 2);
        _admitMany(COMMUNITY, "m", 3);
        vm.prank(officer);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.QueueClosed(COMMUNITY, 1, block.number + 2, 3, _none());
        registry.closeQueue(COMMUNITY, _none());
        ICommunityRegistry.Queue memory queue = registry.queueOf(COMMUNITY);
        vm.assertTrue(queue.openRound == 2 && queue.queued == 0 && queue.poolSize == 3);
        vm.assertEq(queue.seed, 0);
    }

    function test_CloseQueue_FewerThanTheMinimum_Reverts() external {
        _createCommunity(COMMUNITY, 16, 4);
        _admitMany(COMMUNITY, "m", 3);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PoolTooSmall.selector, 3, 4));
        registry.closeQueue(COMMUNITY, _none());
    }

    function test_CloseQueue_RoundNotCut_Reverts() external {
        _createCommunity(COMMUNITY, 16, 2);
        _admitMany(COMMUNITY, "m", 2);
        _close(COMMUNITY, _none());
        _admitMany(COMMUNITY, "n", 2);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.RoundNotCut.selector, COMMUNITY));
        registry.closeQueue(COMMUNITY, _none());
    }

    // The seed.

    function test_FixSeed_ByAnyoneOnceTheBlockIsKnown_IsItsHash() external {
        uint256 seedBlock = _closedRound();
        bytes memory notKnown = abi.encodeWithSelector(ICommunityRegistry.SeedNotKnown.selector, seedBlock);
        vm.roll(seedBlock);
        vm.expectRevert(notKnown);
        registry.fixSeed(COMMUNITY);

        vm.roll(seedBlock + 1);
        vm.setBlockhash(seedBlock, "the block");
        vm.prank(STRANGER);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.SeedFixed(COMMUNITY, 1, seedBlock, "the block");
        registry.fixSeed(COMMUNITY);
        vm.assertEq(registry.queueOf(COMMUNITY).seed, "the block");
    }

    function test_Seed_NoClosedRound_Reverts() external {
        _createCommunity(COMMUNITY, 16, 2);
        bytes memory none = abi.encodeWithSelector(ICommunityRegistry.NoClosedRound.selector, COMMUNITY);
        vm.expectRevert(none);
        registry.fixSeed(COMMUNITY);
        vm.expectRevert(none);
        registry.postponeSeed(COMMUNITY);
        vm.expectRevert(none);
        registry.cutPages(COMMUNITY, new bytes32[](0));
    }

    // Cutting.

    function test_CutPages_ByAnyone_PageAscendingInForceFromNextSlot() external {
        _createCommunity(COMMUNITY, 16, 2);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", 5));
        bytes32[] memory ordered = _inOrder(_close(COMMUNITY, _none()), pool);
        vm.prank(STRANGER);
        registry.cutPages(COMMUNITY, ordered);

        vm.assertEq(registry.pageCount(COMMUNITY), 1);
        ICommunityRegistry.Page memory page = registry.pageAt(COMMUNITY, 0);
        Arrays.sort(pool);
        vm.assertEq(page.code.code, abi.encodePacked(hex"00", pool));
        vm.assertEq(page.codeHash, keccak256(abi.encodePacked(hex"00", pool)));
        vm.assertTrue(page.fromSlot == FIRST_SLOT + 1 && page.untilSlot == type(uint64).max && page.size == 5);
        vm.assertFalse(_inForce(0, FIRST_SLOT));
        vm.assertTrue(_inForce(0, FIRST_SLOT + 1));
    }

    function test_CutPages_WithoutFixedSeed_FixesIt() external {
        _createCommunity(COMMUNITY, 16, 2);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", 3));
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _none());
        uint256 seedBlock = registry.queueOf(COMMUNITY).seedBlock;
        vm.roll(seedBlock + 1);
        vm.setBlockhash(seedBlock, "the block");
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.SeedFixed(COMMUNITY, 1, seedBlock, "the block");
        registry.cutPages(COMMUNITY, _inOrder("the block", pool));
        vm.assertEq(registry.pageCount(COMMUNITY), 1);
    }

    function test_CutPages_NotExactlyThePoolInOrder_Reverts() external {
        _createCommunity(COMMUNITY, 16, 2);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", 4));
        bytes32[] memory ordered = _inOrder(_close(COMMUNITY, _none()), pool);
        bytes32[] memory wrong = new bytes32[](3);
        (wrong[0], wrong[1], wrong[2]) = (ordered[0], ordered[1], ordered[2]);
        _expectCutRefused(wrong, abi.encodeWithSelector(ICommunityRegistry.PoolSizeMismatch.selector, 3, 4));

        wrong = _copy(ordered);
        (wrong[1], wrong[2]) = (wrong[2], wrong[1]);
        _expectCutRefused(wrong, abi.encodeWithSelector(ICommunityRegistry.PoolOutOfOrder.selector, 2));

        wrong = _copy(ordered);
        wrong[2] = wrong[1];
        _expectCutRefused(wrong, abi.encodeWithSelector(ICommunityRegistry.PoolOutOfOrder.selector, 2));
    }

    function test_CutPages_KeyOutsideThePool_Reverts() external {
        _createCommunity(COMMUNITY, 16, 2);
        _createCommunity("Wuhan", 16, 2);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", 3));
        uint256[] memory elsewhere = _ringKeys(_admitMany("Wuhan", "w", 2));
        bytes32 seed = _close(COMMUNITY, _none());
        uint256[] memory late = _ringKeys(_admitMany(COMMUNITY, "late", 1));
        uint256[3] memory outsiders = [uint256(12345), elsewhere[0], late[0]];
        uint256 kept = pool[0];
        for (uint256 i = 0; i < outsiders.length; i++) {
            pool[0] = outsiders[i];
            bytes memory notInPool =
                abi.encodeWithSelector(ICommunityRegistry.NotInPool.selector, bytes32(outsiders[i]));
            _expectCutRefused(_inOrder(seed, pool), notInPool);
        }
        pool[0] = kept;
        registry.cutPages(COMMUNITY, _inOrder(seed, pool));
    }

    function test_CutPages_FormerKeyOfMember_Reverts() external {
        _createCommunity(COMMUNITY, 16, 2);
        Gateways.Gateway[] memory members = _admitMany(COMMUNITY, "m", 3);
        uint256 former = members[1].ring.x;
        _changeKey(members[1]);
        uint256[] memory pool = _ringKeys(members);
        bytes32 seed = _close(COMMUNITY, _none());
        uint256 latest = pool[1];
        pool[1] = former;
        _expectCutRefused(
            _inOrder(seed, pool), abi.encodeWithSelector(ICommunityRegistry.NotInPool.selector, bytes32(former))
        );
        pool[1] = latest;
        registry.cutPages(COMMUNITY, _inOrder(seed, pool));
    }

    /// @dev 1,000 pools: full pages first, a remainder of the minimum by itself, a smaller one with the last page. Each admits up
    ///      to 27 members with all their signatures: 10,000 would take longer than all other tests together.
    /// forge-config: default.fuzz.runs = 1000
    function testFuzz_CutPages_AnyPoolSize_CutAsDesigned(uint8 poolSize, uint8 pageSize, uint8 minimum) external {
        minimum = 2 + minimum % 4;
        pageSize = minimum + pageSize % 6;
        uint256 left = minimum + poolSize % 24;
        _createCommunity(COMMUNITY, pageSize, minimum);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", left));
        _closeAndCut(COMMUNITY, _none(), pool);

        uint256 page = 0;
        while (left != 0) {
            uint256 expected = left < uint256(pageSize) + minimum ? left : pageSize;
            vm.assertEq(registry.pageAt(COMMUNITY, page++).size, expected);
            vm.assertGe(expected, minimum);
            left -= expected;
        }
        vm.assertEq(registry.pageCount(COMMUNITY), page);
    }

    // Dissolving.

    function test_Dissolve_PageStaysInForceUntilItsSuccessorBegins() external {
        Community memory c = _community(COMMUNITY, 4);
        _pass(DAY);
        bytes32 seed = _close(COMMUNITY, _one(0));
        _pass(3 * DAY);
        uint64 today = registry.currentSlot(COMMUNITY);
        vm.assertTrue(_inForce(0, today));
        vm.assertEq(registry.pageAt(COMMUNITY, 0).untilSlot, type(uint64).max);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.PageDissolved(COMMUNITY, 0, today + 1);
        registry.cutPages(COMMUNITY, _inOrder(seed, c.ring));
        for (uint64 slot = FIRST_SLOT; slot < today + 4; slot++) {
            vm.assertEq(_inForce(0, slot), slot > FIRST_SLOT && slot <= today);
            vm.assertEq(_inForce(1, slot), slot > today);
        }
        vm.assertEq(registry.pageAt(COMMUNITY, 0).untilSlot, today + 1);
    }

    function test_Dissolve_RevokedAndExpiredMembers_LeaveTheOthersStay() external {
        Community memory c = _community(COMMUNITY, 6);
        vm.prank(officer);
        registry.revoke(COMMUNITY, c.gateways[1].account);
        // Released at the border at which the next pages begin.
        _renewUntil(COMMUNITY, c.gateways[2].account, FIRST_SLOT + 2);
        _renewUntil(COMMUNITY, c.gateways[3].account, FIRST_SLOT + 3);
        _pass(DAY);
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _one(0));
        vm.assertEq(registry.queueOf(COMMUNITY).poolSize, 4);
        vm.assertEq(registry.membershipOf(c.gateways[0].account).queuedRound, 2);
        vm.assertEq(registry.membershipOf(c.gateways[1].account).queuedRound, 0);
        vm.assertEq(registry.membershipOf(c.gateways[2].account).queuedRound, 0);
        vm.assertEq(registry.membershipOf(c.gateways[3].account).queuedRound, 2);
        vm.assertFalse(registry.membershipOf(c.gateways[1].account).inPage);
    }

    function test_Dissolve_TogetherWithTheQueue_OnePool() external {
        Community memory c = _community(COMMUNITY, 3);
        Gateways.Gateway[] memory fresh = _admitMany(COMMUNITY, "fresh", 2);
        _pass(DAY);
        bytes32 seed = _close(COMMUNITY, _one(0));
        uint256[] memory pool = new uint256[](5);
        for (uint256 i = 0; i < 5; i++) {
            pool[i] = i < 3 ? c.ring[i] : fresh[i - 3].ring.x;
        }
        registry.cutPages(COMMUNITY, _inOrder(seed, pool));
        vm.assertEq(registry.pageAt(COMMUNITY, 1).size + registry.pageAt(COMMUNITY, 2).size, 5);
    }

    function test_Dissolve_UnknownOrDissolvedPage_Reverts() external {
        Community memory c = _community(COMMUNITY, 3);
        _pass(DAY);
        uint256[] memory twice = new uint256[](2);
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageNotDissolvable.selector, 0));
        registry.closeQueue(COMMUNITY, twice);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageNotDissolvable.selector, 1));
        registry.closeQueue(COMMUNITY, _one(1));
        vm.stopPrank();
        _closeAndCut(COMMUNITY, _one(0), c.ring);
        _pass(DAY);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageNotDissolvable.selector, 0));
        registry.closeQueue(COMMUNITY, _one(0));
    }

    function test_Dissolve_ExpiredMemberRenewedLater_QueuedAgain() external {
        Community memory c = _community(COMMUNITY, 4);
        _renewUntil(COMMUNITY, c.gateways[0].account, FIRST_SLOT + 1);
        _pass(DAY);
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _one(0));
        vm.assertEq(registry.queueOf(COMMUNITY).poolSize, 3);
        _renewUntil(COMMUNITY, c.gateways[0].account, FIRST_SLOT + 9);
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
        vm.assertEq(registry.membershipOf(c.gateways[0].account).queuedRound, 3);
    }

    function test_KeyChange_WhileInPage_WaitsUntilThePageIsDissolved() external {
        Community memory c = _community(COMMUNITY, 3);
        uint256 former = c.gateways[0].ring.x;
        _changeKey(c.gateways[0]);
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 0);
        _pass(DAY);
        _closeAndCut(COMMUNITY, _one(0), _ringKeys(c.gateways));
        bytes memory code = registry.pageAt(COMMUNITY, 1).code.code;
        vm.assertTrue(_contains(code, c.gateways[0].ring.x));
        vm.assertFalse(_contains(code, former));
    }

    function _closedRound() private returns (uint256 seedBlock) {
        _createCommunity(COMMUNITY, 16, 2);
        _admitMany(COMMUNITY, "m", 2);
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _none());
        return registry.queueOf(COMMUNITY).seedBlock;
    }

    function _changeKey(Gateways.Gateway memory member) private {
        _pass(1);
        member.ring = RingSigner.keyOf(Curve.secretOf("changed", member.ring.x));
        _admit(_admission(COMMUNITY, member));
    }

    function _expectCutRefused(bytes32[] memory keys, bytes memory reason) private {
        vm.expectRevert(reason);
        registry.cutPages(COMMUNITY, keys);
    }

    function _inForce(uint256 page, uint64 slot) private view returns (bool) {
        (address ring,,,,,) = registry.ringAt(COMMUNITY, page, slot);
        return ring != address(0);
    }

    function _copy(bytes32[] memory from) private pure returns (bytes32[] memory to) {
        to = new bytes32[](from.length);
        for (uint256 i = 0; i < from.length; i++) {
            to[i] = from[i];
        }
    }

    function _contains(bytes memory code, uint256 key) private pure returns (bool found) {
        for (uint256 at_ = 33; at_ <= code.length; at_ += 32) {
            uint256 word;
            assembly ("memory-safe") {
                word := mload(add(code, at_))
            }
            found = found || word == key;
        }
    }
}

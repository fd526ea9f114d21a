// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Gateways} from "../signing/Gateways.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a round that nobody can cut would hold up its community for ever. By an officer's mistake or on purpose,
///         it is made as large as the registry allows, or loses a member after it was closed.
contract StuckRoundAttackTest is QuarantineTest {
    /// @dev Most gas of one transaction (EIP-7825).
    uint256 private constant TRANSACTION_GAS_CAP = 16_777_216;
    uint256 private constant MAX_PAGES = 64;

    /// @dev Every call is a transaction of its own here, so that nothing is warm that would be cold.
    /// forge-config: default.isolate = true
    function test_StuckRound_MostPages_FitTransactions() external {
        _expectLargestRoundFits(8, 8, 512);
    }

    /// forge-config: default.isolate = true
    function test_StuckRound_SmallestPages_FitTransactions() external {
        _expectLargestRoundFits(2, 2, 128);
    }

    /// forge-config: default.isolate = true
    function test_StuckRound_LargestPages_FitTransactions() external {
        _expectLargestRoundFits(57, 8, 512);
    }

    function test_StuckRound_MorePagesThanARoundDissolves_Reverts() external {
        _createCommunity(COMMUNITY, 2, 2);
        uint256[] memory pages = new uint256[](MAX_PAGES + 1);
        vm.prank(officer);
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.TooManyPages.selector, MAX_PAGES + 1, MAX_PAGES)
        );
        registry.closeQueue(COMMUNITY, pages);
    }

    function test_StuckRound_PoolWithDissolvedPagesTooLarge_Reverts() external {
        _createCommunity(COMMUNITY, 2, 2);
        _closeAndCut(COMMUNITY, _none(), _ringKeys(_admitMany(COMMUNITY, "m", 2)));
        _admitMany(COMMUNITY, "n", 127);
        _pass(DAY);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PoolTooLarge.selector, 129, 128));
        registry.closeQueue(COMMUNITY, _one(0));
    }

    /// @dev Leaving the pool after its seed is known would move the borders between pages, and stop the round besides.
    function test_StuckRound_MemberRevokedInClosedPool_RoundIsCutAndMemberLeavesLater() external {
        _createCommunity(COMMUNITY, 16, 2);
        Gateways.Gateway[] memory members = _admitMany(COMMUNITY, "m", 4);
        bytes32 seed = _close(COMMUNITY, _none());
        vm.prank(officer);
        registry.revoke(COMMUNITY, members[0].account);
        vm.assertEq(registry.queueOf(COMMUNITY).poolSize, 4);
        registry.cutPages(COMMUNITY, _inOrder(seed, _ringKeys(members)));
        _pass(DAY);
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _one(0));
        vm.assertEq(registry.queueOf(COMMUNITY).poolSize, 3);
    }

    /// @dev Closed with as many dissolved pages as it takes, then cut into as many again.
    function _expectLargestRoundFits(uint8 pageSize, uint8 minimum, uint256 largest) private {
        _createCommunity(COMMUNITY, pageSize, minimum);
        uint256[] memory pool = _ringKeys(_admitMany(COMMUNITY, "m", largest));
        _expectQueueFull();
        _cutWithinTheCap(pool, _none());
        uint256[] memory dissolved = new uint256[](registry.pageCount(COMMUNITY));
        for (uint256 i = 0; i < dissolved.length; i++) {
            dissolved[i] = i;
        }
        _pass(DAY);
        _cutWithinTheCap(pool, dissolved);
        vm.assertEq(registry.pageCount(COMMUNITY), 2 * dissolved.length);
        vm.assertLe(dissolved.length, MAX_PAGES);
    }

    function _expectQueueFull() private {
        ICommunityRegistry.Admission[] memory one = new ICommunityRegistry.Admission[](1);
        one[0] = _admission(COMMUNITY, Gateways.make("late", 0));
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.QueueFull.selector, COMMUNITY));
        registry.admit(one);
    }

    function _cutWithinTheCap(uint256[] memory pool, uint256[] memory dissolved) private {
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, dissolved);
        vm.assertLt(vm.lastCallGas().gasTotalUsed, TRANSACTION_GAS_CAP);
        uint256 seedBlock = registry.queueOf(COMMUNITY).seedBlock;
        vm.roll(seedBlock + 1);
        bytes32 seed = keccak256(abi.encode("block", seedBlock));
        vm.setBlockhash(seedBlock, seed);
        registry.cutPages(COMMUNITY, _inOrder(seed, pool));
        vm.assertLt(vm.lastCallGas().gasTotalUsed, TRANSACTION_GAS_CAP);
    }
}

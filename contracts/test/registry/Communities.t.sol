// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

contract CommunitiesTest is QuarantineTest {
    IQuarantinePolicy private one;
    IQuarantinePolicy private two;
    IQuarantinePolicy private three;

    function setUp() public override {
        super.setUp();
        one = _general(IRelayFund(address(0)), 1);
        two = _general(IRelayFund(address(0)), 2);
        three = _general(IRelayFund(address(0)), 3);
        _createCommunity(COMMUNITY, 16, 8);
    }

    function test_CreateCommunity_Parameters_ReadBackAndEvent() external {
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.CommunityCreated("Wuhan", 8 hours, 20, 5);
        vm.prank(officer);
        registry.createCommunity("Wuhan", 8 hours, 20, 5);
        (int32 utcOffset, uint8 pageSize, uint8 minimumRing) = registry.communityOf("Wuhan");
        vm.assertTrue(utcOffset == 8 hours && pageSize == 20 && minimumRing == 5);
    }

    function test_CreateCommunity_Twice_Reverts() external asOfficer {
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.CommunityExists.selector, COMMUNITY));
        registry.createCommunity(COMMUNITY, 0, 16, 8);
    }

    function testFuzz_CreateCommunity_Sizes_AcceptedExactlyWhenEveryRemainderFindsAPage(
        uint8 pageSize,
        uint8 minimumRing
    ) external asOfficer {
        bool accepted = minimumRing >= 2 && minimumRing <= pageSize && uint256(pageSize) + minimumRing - 1 <= 64;
        if (!accepted) {
            vm.expectRevert(
                abi.encodeWithSelector(ICommunityRegistry.PageSizeOutOfRange.selector, pageSize, minimumRing)
            );
        }
        registry.createCommunity("fuzzed", 0, pageSize, minimumRing);
    }

    function testFuzz_CurrentSlot_AnyOffset_IsLocalDay(int32 utcOffset, uint40 time) external {
        vm.warp(uint256(time) + 2 days);
        bool accepted = utcOffset >= -12 hours && utcOffset <= 14 hours;
        vm.prank(officer);
        if (!accepted) {
            vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.OffsetOutOfRange.selector, utcOffset));
        }
        registry.createCommunity("fuzzed", utcOffset, 16, 8);
        if (!accepted) return;
        uint256 local = uint256(int256(vm.getBlockTimestamp()) + utcOffset);
        vm.assertEq(registry.currentSlot("fuzzed"), local / DAY);
    }

    function test_Unknown_Community_RevertsOrIsEmpty() external {
        bytes memory unknown =
            abi.encodeWithSelector(ICommunityRegistry.UnknownCommunity.selector, bytes32("unknown"));
        vm.expectRevert(unknown);
        registry.currentSlot("unknown");
        vm.expectRevert(unknown);
        registry.communityOf("unknown");
        vm.assertEq(registry.policyAt("unknown", FIRST_SLOT), address(0));
        (address ring,,,, address policy,) = registry.ringAt("unknown", 0, FIRST_SLOT);
        vm.assertTrue(ring == address(0) && policy == address(0));
        vm.assertFalse(registry.isMember("unknown", STRANGER));
        vm.prank(officer);
        vm.expectRevert(unknown);
        registry.schedulePolicy("unknown", address(one), FIRST_SLOT + 1);
    }

    function test_SchedulePolicy_First_MayStartInCurrentSlot() external {
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.PolicyScheduled(COMMUNITY, address(one), FIRST_SLOT);
        _schedule(COMMUNITY, one, FIRST_SLOT);
        vm.assertEq(registry.policyAt(COMMUNITY, FIRST_SLOT), address(one));
        vm.assertEq(registry.policyAt(COMMUNITY, FIRST_SLOT - 1), address(0));
    }

    function test_SchedulePolicy_FirstInThePast_Reverts() external asOfficer {
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.SlotTooEarly.selector, FIRST_SLOT - 1, FIRST_SLOT)
        );
        registry.schedulePolicy(COMMUNITY, address(one), FIRST_SLOT - 1);
    }

    /// @dev Slots are kept in 24 bits: what does not fit is refused, not cut.
    function test_SchedulePolicy_BeyondTheLastSlotKept_Reverts() external {
        uint64 beyond = uint64(type(uint24).max) + 1;
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.SlotTooEarly.selector, beyond, FIRST_SLOT));
        registry.schedulePolicy(COMMUNITY, address(one), beyond);
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.SlotTooEarly.selector, beyond + FIRST_SLOT, FIRST_SLOT)
        );
        registry.schedulePolicy(COMMUNITY, address(one), beyond + FIRST_SLOT);
        registry.schedulePolicy(COMMUNITY, address(one), beyond - 1);
        vm.stopPrank();
        vm.assertEq(registry.policyAt(COMMUNITY, beyond - 1), address(one));
        vm.assertEq(registry.policyAt(COMMUNITY, beyond - 2), address(0));
    }

    /// @dev The rules of a slot that has begun never change.
    function test_SchedulePolicy_SecondInCurrentSlot_Reverts() external {
        _schedule(COMMUNITY, one, FIRST_SLOT);
        vm.prank(officer);
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.SlotTooEarly.selector, FIRST_SLOT, FIRST_SLOT + 1)
        );
        registry.schedulePolicy(COMMUNITY, address(two), FIRST_SLOT);
    }

    function test_SchedulePolicy_OneAfterAnother_EachInForceInItsSlots() external {
        _schedule(COMMUNITY, one, FIRST_SLOT);
        _schedule(COMMUNITY, two, FIRST_SLOT + 2);
        _schedule(COMMUNITY, three, FIRST_SLOT + 4);
        address[6] memory expected =
            [address(one), address(one), address(two), address(two), address(three), address(three)];
        for (uint64 i = 0; i < 6; i++) {
            vm.assertEq(registry.policyAt(COMMUNITY, FIRST_SLOT + i), expected[i]);
            (address policy, uint64 today) = registry.governingPolicy(COMMUNITY, FIRST_SLOT + i);
            vm.assertEq(policy, expected[i]);
            vm.assertEq(today, FIRST_SLOT);
        }
    }

    function test_SchedulePolicy_EarlierThanScheduled_TakesThePlaceOfAllAfter() external {
        _schedule(COMMUNITY, one, FIRST_SLOT);
        _schedule(COMMUNITY, two, FIRST_SLOT + 2);
        _schedule(COMMUNITY, two, FIRST_SLOT + 5);
        _schedule(COMMUNITY, three, FIRST_SLOT + 1);
        vm.assertEq(registry.policyAt(COMMUNITY, FIRST_SLOT), address(one));
        for (uint64 i = 1; i < 7; i++) {
            vm.assertEq(registry.policyAt(COMMUNITY, FIRST_SLOT + i), address(three));
        }
    }

    /// @dev 10,000 histories of five schedules: the latest one scheduled that has begun by the slot is in force in it.
    function testFuzz_PolicyAt_AnySchedules_LatestBegunIsInForce(uint8[5] memory fromSlots, uint8[5] memory moves)
        external
    {
        IQuarantinePolicy[3] memory policies = [one, two, three];
        uint64[5] memory starts;
        uint64 today = FIRST_SLOT;
        for (uint256 i = 0; i < 5; i++) {
            starts[i] = today + (i == 0 ? 0 : 1) + fromSlots[i] % 5;
            _schedule(COMMUNITY, policies[i % 3], starts[i]);
            today += moves[i] % 3;
            vm.warp(today * DAY);
        }
        for (uint64 slot = FIRST_SLOT; slot < FIRST_SLOT + 20; slot++) {
            address expected = address(0);
            for (uint256 i = 0; i < 5; i++) {
                if (starts[i] <= slot) expected = address(policies[i % 3]);
            }
            vm.assertEq(registry.policyAt(COMMUNITY, slot), expected);
        }
    }

    function test_SchedulePolicy_NotAPolicyOfThisRegistry_Reverts() external {
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NotAPolicy.selector, STRANGER));
        registry.schedulePolicy(COMMUNITY, STRANGER, FIRST_SLOT);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NotAPolicy.selector, address(0)));
        registry.schedulePolicy(COMMUNITY, address(0), FIRST_SLOT);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NotAPolicy.selector, address(this)));
        registry.schedulePolicy(COMMUNITY, address(this), FIRST_SLOT);
        vm.stopPrank();
    }

    /// @dev This contract answers as the policy of another registry would.

    fallback() external {
        bytes memory answer = abi.encode(address(this));
        assembly ("memory-safe") {
            return(add(answer, 32), mload(answer))
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReportStates} from "../../src/libraries/ReportStates.sol";
import {States} from "../signing/States.sol";
import {vm} from "../Vm.sol";

contract ReportStatesTest {
    function testFuzz_Fields_PackedSummary_ReadBack(
        uint8 flags,
        uint16 trips,
        uint16 minutesOutside,
        uint16 longestTripMinutes,
        uint16 visits,
        uint16 unknownMinutes
    ) external pure {
        flags %= 8;
        bytes32 state = bytes32(
            abi.encodePacked(
                uint8(1), flags, trips, minutesOutside, longestTripMinutes, visits, unknownMinutes, bytes20(0)
            )
        );
        vm.assertTrue(ReportStates.isWellFormed(state));
        vm.assertEq(ReportStates.trips(state), trips);
        vm.assertEq(ReportStates.minutesOutside(state), minutesOutside);
        vm.assertEq(ReportStates.longestTripMinutes(state), longestTripMinutes);
        vm.assertEq(ReportStates.visits(state), visits);
        vm.assertEq(States.pack(trips, minutesOutside, longestTripMinutes, visits) | bytes32(uint256(flags) << 240)
            | bytes32(uint256(unknownMinutes) << 160), state);
    }

    function testFuzz_IsWellFormed_AnyWord_ExactlyVersionFlagsAndFill(bytes32 state) external pure {
        bool expected = bytes1(state) == 0x01 && uint8(state[1]) < 8 && uint160(uint256(state)) == 0;
        vm.assertEq(ReportStates.isWellFormed(state), expected);
    }

    function test_IsWellFormed_EachRuleBroken_False() external pure {
        bytes32 good = States.pack(1, 2, 3, 4);
        vm.assertTrue(ReportStates.isWellFormed(good));
        vm.assertFalse(ReportStates.isWellFormed(0));
        vm.assertFalse(ReportStates.isWellFormed(bytes32(uint256(good) + (1 << 248))));
        vm.assertFalse(ReportStates.isWellFormed(good | bytes32(uint256(8) << 240)));
        for (uint256 bit = 0; bit < 160; bit++) {
            vm.assertFalse(ReportStates.isWellFormed(good | bytes32(1 << bit)));
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {States} from "../signing/States.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice The three policies' rules (paper, 4.1).
contract ThresholdsTest is QuarantineTest {
    uint16 private constant UNLIMITED = type(uint16).max;

    IQuarantinePolicy private general;
    IQuarantinePolicy private moderate;
    IQuarantinePolicy private strong;

    function setUp() public override {
        super.setUp();
        general = _general(IRelayFund(address(0)), 3);
        moderate = _moderate(2, 60, 30);
        strong = _strong();
    }

    /// @dev 10,000 summaries near the limit.
    function testFuzz_General_TripsAlone_Count(uint16 trips, uint16 minutesOutside, uint16 longest, uint16 visits)
        external
        view
    {
        trips %= 8;
        vm.assertEq(general.complies(States.pack(trips, minutesOutside, longest, visits)), trips <= 3);
    }

    /// @dev 10,000 summaries near the limits.
    function testFuzz_Moderate_TripsAndDurations_Count(
        uint16 trips,
        uint16 minutesOutside,
        uint16 longest,
        uint16 visits
    ) external view {
        (trips, minutesOutside, longest) = (trips % 5, minutesOutside % 120, longest % 60);
        bool expected = trips <= 2 && minutesOutside <= 60 && longest <= 30;
        vm.assertEq(moderate.complies(States.pack(trips, minutesOutside, longest, visits)), expected);
    }

    /// @dev 10,000 summaries, half of them without a trip, half without a visit.
    function testFuzz_Strong_AnyTripOrVisit_Violates(uint16 trips, uint16 minutesOutside, uint16 visits) external view {
        if (minutesOutside % 2 == 0) trips = 0;
        if (minutesOutside % 4 < 2) visits = 0;
        bool expected = trips == 0 && visits == 0;
        vm.assertEq(strong.complies(States.pack(trips, minutesOutside, minutesOutside, visits)), expected);
    }

    function test_Thresholds_LimitsThatAPolicyDoesNotHave_Unlimited() external view {
        _expectThresholds(general, [3, UNLIMITED, UNLIMITED, UNLIMITED], false);
        _expectThresholds(moderate, [2, 60, 30, UNLIMITED], false);
        _expectThresholds(strong, [0, UNLIMITED, UNLIMITED, 0], true);
    }

    function _expectThresholds(IQuarantinePolicy policy, uint16[4] memory expected, bool alerts) private view {
        (uint16 trips, uint16 minutesOutside, uint16 longest, uint16 visits) = policy.thresholds();
        vm.assertEq(trips, expected[0]);
        vm.assertEq(minutesOutside, expected[1]);
        vm.assertEq(longest, expected[2]);
        vm.assertEq(visits, expected[3]);
        vm.assertEq(policy.alerts(), alerts);
        vm.assertEq(policy.registry(), address(registry));
        vm.assertEq(policy.fund(), address(0));
    }
}

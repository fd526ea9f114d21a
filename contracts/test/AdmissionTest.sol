// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../src/interfaces/ICommunityRegistry.sol";
import {QuarantineTest} from "./QuarantineTest.sol";
import {vm} from "./Vm.sol";

/// @title Admissions that must be refused.
abstract contract AdmissionTest is QuarantineTest {
    function _expectAdmissionRefused(ICommunityRegistry.Admission memory a, bytes memory reason) internal {
        ICommunityRegistry.Admission[] memory admissions = new ICommunityRegistry.Admission[](1);
        admissions[0] = a;
        vm.prank(officer);
        vm.expectRevert(reason);
        registry.admit(admissions);
    }

    /// @dev Where the error's arguments follow from a recovery that nobody predicts.
    function _expectAdmissionRefused(ICommunityRegistry.Admission memory a, bytes4 selector) internal {
        ICommunityRegistry.Admission[] memory admissions = new ICommunityRegistry.Admission[](1);
        admissions[0] = a;
        vm.prank(officer);
        vm.expectPartialRevert(selector);
        registry.admit(admissions);
    }
}

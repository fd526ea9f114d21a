// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAccessControlDefaultAdminRules} from
    "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

contract OfficersTest is QuarantineTest {
    address private constant SUCCESSOR = address(0x5CCE55);

    function test_Deployment_ChiefOfficer_IsOfficerAndAdmin() external view {
        vm.assertTrue(registry.isOfficer(officer));
        vm.assertEq(_rules().defaultAdmin(), officer);
    }

    function test_HandOver_OfferedAndAccepted_MovesTheRole() external {
        vm.prank(officer);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.HandOverOffered(officer, SUCCESSOR);
        registry.offerHandOver(SUCCESSOR);
        vm.assertTrue(registry.isOfficer(officer));
        vm.assertFalse(registry.isOfficer(SUCCESSOR));

        vm.prank(SUCCESSOR);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.HandOverAccepted(officer, SUCCESSOR);
        registry.acceptHandOver(officer);
        vm.assertFalse(registry.isOfficer(officer));
        vm.assertTrue(registry.isOfficer(SUCCESSOR));
    }

    function test_OfferHandOver_NotAnOfficer_Reverts() external {
        _expectUnauthorized();
        registry.offerHandOver(SUCCESSOR);
    }

    function test_ChiefOfficer_AppointsAndDismisses() external {
        vm.startPrank(officer);
        _roles().grantRole(Domains.OFFICER_ROLE, SUCCESSOR);
        vm.assertTrue(registry.isOfficer(SUCCESSOR));
        _roles().revokeRole(Domains.OFFICER_ROLE, SUCCESSOR);
        vm.assertFalse(registry.isOfficer(SUCCESSOR));
        vm.stopPrank();
    }

    function test_ChiefOfficer_HandedOver_InTwoSteps() external {
        vm.prank(officer);
        _rules().beginDefaultAdminTransfer(SUCCESSOR);
        vm.assertEq(_rules().defaultAdmin(), officer);
        _pass(1);
        vm.prank(SUCCESSOR);
        _rules().acceptDefaultAdminTransfer();
        vm.assertEq(_rules().defaultAdmin(), SUCCESSOR);
    }

    function test_Officer_Resigns() external {
        vm.startPrank(officer);
        _roles().renounceRole(Domains.OFFICER_ROLE, officer);
        vm.assertFalse(registry.isOfficer(officer));
        vm.stopPrank();
    }

    function _expectUnauthorized() private {
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, STRANGER, Domains.OFFICER_ROLE
            )
        );
    }

    function _roles() private view returns (IAccessControl) {
        return IAccessControl(address(registry));
    }

    function _rules() private view returns (IAccessControlDefaultAdminRules) {
        return IAccessControlDefaultAdminRules(address(registry));
    }
}

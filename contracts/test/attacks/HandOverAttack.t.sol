// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: somebody becomes, or stays, an officer through a hand-over that the officer or the chief officer does not
///         want any more.
contract HandOverAttackTest is QuarantineTest {
    address private constant MARK = address(0x3A4C);
    address private constant SUCCESSOR = address(0x5CCE55);

    function setUp() public override {
        super.setUp();
        _appoint(MARK);
        _offer(MARK, SUCCESSOR);
    }

    function test_HandOver_AcceptedByAnother_Reverts() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NoHandOver.selector, MARK, STRANGER));
        registry.acceptHandOver(MARK);
        _expectNoHandOver(STRANGER, MARK);
    }

    function test_HandOver_TakenBack_CannotBeAccepted() external {
        _offer(MARK, address(0));
        _expectNoHandOver(MARK, SUCCESSOR);
    }

    function test_HandOver_AcceptedTwice_Reverts() external {
        vm.prank(SUCCESSOR);
        registry.acceptHandOver(MARK);
        _expectNoHandOver(MARK, SUCCESSOR);
    }

    function test_HandOver_OfficerDismissedMeanwhile_CannotBeAccepted() external {
        _dismiss(MARK);
        _expectNoHandOver(MARK, SUCCESSOR);
        vm.assertFalse(registry.isOfficer(SUCCESSOR));
    }

    /// @dev An offer of the time before a dismissal is not one of the new appointment.
    function test_HandOver_OfficerDismissedAndAppointedAgain_OldOfferIsGone() external {
        _dismiss(MARK);
        _appoint(MARK);
        _expectNoHandOver(MARK, SUCCESSOR);
        vm.assertTrue(registry.isOfficer(MARK));
    }

    function test_HandOver_OfficerResignedAndAppointedAgain_OldOfferIsGone() external {
        vm.prank(MARK);
        _roles().renounceRole(Domains.OFFICER_ROLE, MARK);
        _appoint(MARK);
        _expectNoHandOver(MARK, SUCCESSOR);
    }

    /// @dev The role came back to an officer who had given it away: so did not the offer.
    function test_HandOver_RoleGivenBack_OldOfferIsGone() external {
        vm.prank(SUCCESSOR);
        registry.acceptHandOver(MARK);
        _offer(SUCCESSOR, MARK);
        vm.prank(MARK);
        registry.acceptHandOver(SUCCESSOR);
        _expectNoHandOver(MARK, SUCCESSOR);
        vm.assertTrue(registry.isOfficer(MARK));
    }

    /// @dev An officer who is about to be dismissed may be faster; the chief officer then dismisses the successor.
    function test_HandOver_AheadOfADismissal_SuccessorIsDismissed() external {
        vm.prank(SUCCESSOR);
        registry.acceptHandOver(MARK);
        _dismiss(MARK);
        _dismiss(SUCCESSOR);
        vm.assertFalse(registry.isOfficer(MARK) || registry.isOfficer(SUCCESSOR));
    }

    /// @dev The chief officer's own power is not handed over with the officer's role.
    function test_HandOver_OfChiefOfficersRole_KeepsTheAppointing() external {
        _offer(officer, STRANGER);
        vm.prank(STRANGER);
        registry.acceptHandOver(officer);
        vm.prank(STRANGER);
        vm.expectRevert(
            abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, STRANGER, bytes32(0)
            )
        );
        _roles().grantRole(Domains.OFFICER_ROLE, MARK);
        _dismiss(STRANGER);
        vm.assertFalse(registry.isOfficer(STRANGER));
    }

    function _offer(address from, address to) private {
        vm.prank(from);
        registry.offerHandOver(to);
    }

    function _appoint(address account) private asOfficer {
        _roles().grantRole(Domains.OFFICER_ROLE, account);
    }

    function _dismiss(address account) private asOfficer {
        _roles().revokeRole(Domains.OFFICER_ROLE, account);
    }

    function _expectNoHandOver(address from, address to) private {
        vm.prank(to);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NoHandOver.selector, from, to));
        registry.acceptHandOver(from);
    }

    function _roles() private view returns (IAccessControl) {
        return IAccessControl(address(registry));
    }
}

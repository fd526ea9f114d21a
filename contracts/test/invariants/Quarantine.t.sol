// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {vm} from "../Vm.sol";
import {Handler} from "./Handler.sol";

/// @notice What holds whatever anybody does. The handler itself checks the outcome of every call against its model: which
///         reports are accepted, by whom, once; which are refused, and why; which refunds are paid. Here stands what must hold
///         between the calls.
contract QuarantineInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    Handler private handler;

    function setUp() external {
        handler = new Handler();
        handler.begin();
    }

    /// @dev Read by Foundry: what the fuzzer calls.
    function targetSelectors() external view returns (FuzzSelector[] memory targets) {
        targets = new FuzzSelector[](1);
        targets[0] = FuzzSelector(address(handler), _actions());
    }

    /// @dev Read by Foundry: what it calls on.
    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev Read by Foundry: who calls. A contract of the system would be given money to pay for the gas.
    function targetSenders() external pure returns (address[] memory senders) {
        senders = new address[](1);
        senders[0] = address(0x5E4DE4);
    }

    function invariant_Tag_NeverSpentTwiceInAScope() external view {
        vm.assertLe(handler.mostOfATag(), 1);
    }

    /// @dev Across changes of key, pages dissolved and cut, revocations, new admissions and moves.
    function invariant_Member_OneReportAScopeWhateverItsKeys() external view {
        vm.assertLe(handler.mostOfAMember(), 1);
    }

    function invariant_NobodyOutsideTheRingsOfASlot_IsAccepted() external view {
        vm.assertEq(handler.outsidersAccepted(), 0);
    }

    function invariant_Refunds_NeverExceedThePrepaidBalance() external view {
        handler.checkMoney();
    }

    function invariant_Refunds_KeepTheCaps() external view {
        vm.assertEq(handler.capsBroken(), 0);
    }

    function invariant_Rings_OfASlotThatBegan_NeverChange() external view {
        handler.checkRings(1);
    }

    function invariant_Policies_ExactlyOneInForceInASlot() external view {
        handler.checkPolicies(2);
    }

    function invariant_Members_OneKeyEachAndWhereTheModelHasIt() external view {
        handler.checkMembers();
    }

    function invariant_Events_EqualTheHandlersCounters() external view {
        handler.checkEvents(_topics());
    }

    function afterInvariant() external view {
        _checkAll();
    }

    /// @dev The same actions, 1,500 of them in an order that never changes: they reach what the invariants speak of, so that these
    ///      cannot hold for want of anything happening.
    function test_Handler_FixedSequence_ReachesEverything() external {
        bytes4[] memory actions = _actions();
        uint256 seed = 1;
        for (uint256 i = 0; i < 1_500; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            bytes4 action = actions[seed % actions.length];
            (bool success, bytes memory answer) =
                address(handler).call(abi.encodeWithSelector(action, seed >> 8, seed >> 16));
            if (!success) _rethrow(answer);
        }
        _checkAll();
        _expectHappened("daily accepted", 100);
        _expectHappened("alert accepted", 3);
        _expectHappened("violation", 20);
        _expectHappened("batch", 100);
        _expectHappened("refunded", 100);
        _expectHappened("nothing left to refund", 1);
        _expectHappened("cut", 15);
        _expectHappened("released in the queue", 1);
        _expectHappened("page too short", 1);
        _expectHappened("key changed in a page", 5);
        _expectHappened("key changed in the queue", 2);
        _expectHappened("admitted after revocation", 5);
        _expectHappened("moved", 1);
        _expectHappened("revoked", 10);
        _expectHappened("policy scheduled", 20);
        _expectHappened("deposited", 10);
        _expectHappened("withdrawn", 10);
        _expectHappened("caps set", 10);
        _expectHappened("emergency", 5);
        _expectEveryRefusal();
    }

    function _checkAll() private view {
        vm.assertLe(handler.mostOfATag(), 1);
        vm.assertLe(handler.mostOfAMember(), 1);
        vm.assertEq(handler.outsidersAccepted() + handler.capsBroken(), 0);
        handler.checkRings(9);
        handler.checkPolicies(10);
        handler.checkMembers();
        handler.checkMoney();
        handler.checkEvents(_topics());
    }

    function _expectEveryRefusal() private view {
        bytes4[28] memory refusals = [
            IQuarantinePolicy.NotInForce.selector,
            IQuarantinePolicy.UnknownKind.selector,
            IQuarantinePolicy.AlertsNotTaken.selector,
            IQuarantinePolicy.OutsideWindow.selector,
            IQuarantinePolicy.MalformedState.selector,
            IQuarantinePolicy.RingNotInForce.selector,
            IQuarantinePolicy.RingSizeMismatch.selector,
            IQuarantinePolicy.TagSpent.selector,
            IQuarantinePolicy.SignatureInvalid.selector,
            ICommunityRegistry.NotAnOfficer.selector,
            ICommunityRegistry.RingKeyUsed.selector,
            ICommunityRegistry.MemberInClosedPool.selector,
            ICommunityRegistry.MemberElsewhere.selector,
            ICommunityRegistry.UnknownMember.selector,
            ICommunityRegistry.MemberAlreadyRevoked.selector,
            ICommunityRegistry.RoundNotCut.selector,
            ICommunityRegistry.NoClosedRound.selector,
            ICommunityRegistry.PageNotDissolvable.selector,
            ICommunityRegistry.PoolTooSmall.selector,
            ICommunityRegistry.PoolSizeMismatch.selector,
            ICommunityRegistry.PoolOutOfOrder.selector,
            ICommunityRegistry.SlotTooEarly.selector,
            IRelayFund.ZeroAddress.selector,
            IRelayFund.BalanceTooLow.selector,
            IRelayFund.MarginTooHigh.selector,
            IEmergencyBoard.NotOfCommunity.selector,
            IEmergencyBoard.NotAWorker.selector,
            IEmergencyBoard.EmergencyNotIn.selector
        ];
        for (uint256 i = 0; i < refusals.length; i++) {
            vm.assertGe(handler.happened(bytes32(refusals[i])), 1, vm.toString(i));
        }
    }

    function _expectHappened(string memory what, uint256 atLeast) private view {
        vm.assertGe(handler.happened(bytes32(bytes(what))), atLeast, what);
    }

    function _actions() private pure returns (bytes4[] memory actions) {
        bytes4[17] memory all = [
            Handler.passTime.selector,
            Handler.passToBorder.selector,
            Handler.admit.selector,
            Handler.renew.selector,
            Handler.revoke.selector,
            Handler.closeRound.selector,
            Handler.fixSeed.selector,
            Handler.cutRound.selector,
            Handler.schedulePolicy.selector,
            Handler.submit.selector,
            Handler.submitMore.selector,
            Handler.deposit.selector,
            Handler.withdraw.selector,
            Handler.setCaps.selector,
            Handler.emergency.selector,
            Handler.hireOrDismiss.selector,
            Handler.submitMore.selector
        ];
        actions = new bytes4[](all.length);
        for (uint256 i = 0; i < all.length; i++) {
            actions[i] = all[i];
        }
    }

    function _topics() private pure returns (bytes32[] memory topics) {
        bytes32[23] memory all = [
            IQuarantinePolicy.ReportAccepted.selector,
            IQuarantinePolicy.ReportRefused.selector,
            IQuarantinePolicy.ViolationReported.selector,
            IRelayFund.RelayRefunded.selector,
            IRelayFund.Deposited.selector,
            IRelayFund.Withdrawn.selector,
            IRelayFund.CapsSet.selector,
            ICommunityRegistry.MemberAdmitted.selector,
            ICommunityRegistry.MemberRenewed.selector,
            ICommunityRegistry.MemberQueued.selector,
            ICommunityRegistry.MemberRevoked.selector,
            ICommunityRegistry.QueueClosed.selector,
            ICommunityRegistry.SeedFixed.selector,
            ICommunityRegistry.SeedPostponed.selector,
            ICommunityRegistry.PageCut.selector,
            ICommunityRegistry.PageDissolved.selector,
            ICommunityRegistry.PolicyScheduled.selector,
            ICommunityRegistry.WorkerRegistered.selector,
            ICommunityRegistry.WorkerRemoved.selector,
            IEmergencyBoard.EmergencyPosted.selector,
            IEmergencyBoard.EmergencyPublished.selector,
            IEmergencyBoard.EmergencyAcknowledged.selector,
            IEmergencyBoard.EmergencyResolved.selector
        ];
        topics = new bytes32[](all.length);
        for (uint256 i = 0; i < all.length; i++) {
            topics[i] = all[i];
        }
    }

    function _rethrow(bytes memory answer) private pure {
        assembly ("memory-safe") {
            revert(add(answer, 32), mload(answer))
        }
    }
}

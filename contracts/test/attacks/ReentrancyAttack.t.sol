// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";
import {ReenteringFund} from "./relays/ReenteringFund.sol";
import {ReenteringRelay} from "./relays/ReenteringRelay.sol";

/// @notice Attack: whoever is sent money calls back before the sender is done.
contract ReentrancyAttackTest is FundedTest {
    ReenteringRelay private relay;

    function setUp() public override {
        super.setUp();
        _setCaps(1_000 gwei, 1_000, uint48(TIP), 0);
        relay = new ReenteringRelay();
    }

    // A relay, while it is refunded. What gas it gets is too little for anything but to take the money.

    function test_Reentrancy_RefundedRelayReportsTheSameAgain_PaidOnce() external {
        IQuarantinePolicy.SignedReport memory r = _dailyFor(0, address(relay));
        _expectPaidOnceAtMost(address(policy), _calldataOf(r));
    }

    function test_Reentrancy_RefundedRelayReportsForAnotherMember_PaidOnce() external {
        IQuarantinePolicy.SignedReport memory r = _dailyFor(1, address(relay));
        _expectPaidOnceAtMost(address(policy), _calldataOf(r));
    }

    function test_Reentrancy_RefundedRelayReportsABatch_PaidOnce() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailiesFor(2, address(relay));
        _expectPaidOnceAtMost(address(policy), abi.encodeCall(policy.reportBatch, (reports)));
    }

    function test_Reentrancy_RefundedRelayAsksForARefund_PaidOnce() external {
        _expectPaidOnceAtMost(
            address(fund), abi.encodeCall(fund.refund, (COMMUNITY, SLOT, address(relay), 1e6, 1))
        );
    }

    /// @dev Even where the relay is an officer.
    function test_Reentrancy_RefundedRelayWithdraws_PaidOnce() external {
        _appoint(address(relay));
        _expectPaidOnceAtMost(
            address(fund), abi.encodeCall(fund.withdraw, (COMMUNITY, address(relay), PREPAID))
        );
    }

    function test_Reentrancy_RefundedRelayDeposits_PaidOnce() external {
        _expectPaidOnceAtMost(address(fund), abi.encodeCall(fund.deposit, (COMMUNITY)));
    }

    // A fund that lets its caller in again with all the gas there is: a tag is spent before the fund is called.

    function test_Reentrancy_FundThatReportsAgain_OneReportAccepted() external {
        ReenteringFund hostile = new ReenteringFund(registry);
        IQuarantinePolicy reentered = _general(IRelayFund(address(hostile)), 2);
        uint64 slot = SLOT + 2;
        _schedule(COMMUNITY, reentered, slot);
        _afterSlot(slot, 0);
        IQuarantinePolicy.SignedReport memory r =
            _signedFor(community, reentered, 0, DAILY, slot, _compliant(), address(hostile));
        hostile.submit(reentered, r);
        vm.assertEq(hostile.accepted(), 1);
        vm.assertEq(hostile.refunds(), 1);
        vm.assertEq(hostile.refusal(), abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, r.tagX));
    }

    // A recipient of a withdrawal, which has all the gas there is. It is an officer, so that nothing else stops it.

    function test_Reentrancy_RecipientWithdrawsAllAgain_AllOnce() external {
        _withdrawThrough(PREPAID, address(fund), abi.encodeCall(fund.withdraw, (COMMUNITY, address(relay), PREPAID)));
        vm.assertEq(relay.attempts(), 1);
        vm.assertEq(relay.successes(), 0);
        vm.assertEq(address(relay).balance, PREPAID);
        vm.assertEq(_drawn(), PREPAID);
    }

    /// @dev Four ether each time, from ten: twice, and not a third time.
    function test_Reentrancy_RecipientWithdrawsAgainAndAgain_NeverMoreThanTheBalance() external {
        _withdrawThrough(4 ether, address(fund), abi.encodeCall(fund.withdraw, (COMMUNITY, address(relay), 4 ether)));
        vm.assertEq(relay.attempts(), 2);
        vm.assertEq(address(relay).balance, 8 ether);
        vm.assertEq(_drawn(), 8 ether);
    }

    function test_Reentrancy_RecipientReports_BalancesHold() external {
        IQuarantinePolicy.SignedReport memory r = _dailyFor(0, address(relay));
        _withdrawThrough(4 ether, address(policy), _calldataOf(r));
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertEq(_drawn(), address(relay).balance);
        vm.assertLe(_drawn(), 4 ether + 1_000 gwei);
    }

    function test_Reentrancy_RecipientDeposits_BalancesHold() external {
        _withdrawThrough(4 ether, address(fund), abi.encodeCall(fund.deposit, (COMMUNITY)));
        vm.assertEq(relay.successes(), 1);
        vm.assertEq(_drawn(), 4 ether);
    }

    function _expectPaidOnceAtMost(address target, bytes memory data) private {
        IQuarantinePolicy.SignedReport memory r = _dailyFor(0, address(relay));
        relay.arm(target, data);
        relay.report(policy, r);
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertEq(fund.refundedToday(COMMUNITY), 1);
        vm.assertEq(_drawn(), address(relay).balance);
        vm.assertLe(address(relay).balance, 1_000 gwei);
    }

    function _withdrawThrough(uint256 amount, address target, bytes memory data) private {
        _appoint(address(relay));
        relay.arm(target, data);
        vm.prank(officer);
        fund.withdraw(COMMUNITY, address(relay), amount);
    }

    function _appoint(address account) private asOfficer {
        IAccessControl(address(registry)).grantRole(Domains.OFFICER_ROLE, account);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {FundedTest} from "./FundedTest.sol";
import {vm} from "./Vm.sol";

contract RelayFundTest is FundedTest {
    uint256 private constant MEMBERS = 8;

    // Money in and out.

    function test_Deposit_ByAnyone_AddsToTheCommunity() external {
        vm.deal(STRANGER, 1 ether);
        vm.prank(STRANGER);
        vm.expectEmit(address(fund));
        emit IRelayFund.Deposited(COMMUNITY, STRANGER, 1 ether);
        fund.deposit{value: 1 ether}(COMMUNITY);
        vm.assertEq(fund.balanceOf(COMMUNITY), 11 ether);
        vm.assertEq(fund.balanceOf("Wuhan"), 0);
    }

    function test_Deposit_UnknownCommunityOrTooMuch_Reverts() external {
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.UnknownCommunity.selector, bytes32("unknown"))
        );
        fund.deposit{value: 1}("unknown");
        vm.deal(address(this), 1 << 97);
        vm.expectRevert(
            abi.encodeWithSelector(IRelayFund.BalanceTooHigh.selector, (1 << 96) + 10 ether)
        );
        fund.deposit{value: 1 << 96}(COMMUNITY);
    }

    function test_Withdraw_ByOfficer_PaysOut() external {
        vm.prank(officer);
        vm.expectEmit(address(fund));
        emit IRelayFund.Withdrawn(COMMUNITY, STRANGER, 4 ether);
        fund.withdraw(COMMUNITY, STRANGER, 4 ether);
        vm.assertEq(STRANGER.balance, 4 ether);
        vm.assertEq(fund.balanceOf(COMMUNITY), 6 ether);
        vm.assertEq(address(fund).balance, 6 ether);
    }

    /// @dev 10,000 settings: what is set is read back, with whole gwei a report, and touches no other part of the account.
    function testFuzz_SetCaps_AnyCaps_ReadBack(
        uint256 perReport,
        uint16 reportsPerSlot,
        uint48 priorityFee,
        uint8 margin
    ) external {
        margin %= 11;
        perReport %= (1 << 40) * 1 gwei;
        _setCaps(perReport, reportsPerSlot, priorityFee, margin);
        IRelayFund.Caps memory caps = fund.capsOf(COMMUNITY);
        vm.assertEq(caps.perReport, perReport / 1 gwei * 1 gwei);
        vm.assertEq(caps.reportsPerSlot, reportsPerSlot);
        vm.assertEq(caps.priorityFee, priorityFee);
        vm.assertEq(caps.marginPercent, margin);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether);
        vm.assertEq(fund.refundedToday(COMMUNITY), 0);
    }

    function test_SetCaps_StrangerOrTooHigh_Reverts() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.NotAnOfficer.selector, STRANGER));
        fund.setCaps(COMMUNITY, IRelayFund.Caps(1, 1, 1, 1));
        vm.startPrank(officer);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.MarginTooHigh.selector, 11));
        fund.setCaps(COMMUNITY, IRelayFund.Caps(1, 1, 1, 11));
        uint256 tooHigh = (1 << 40) * 1 gwei;
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.CapTooHigh.selector, tooHigh));
        fund.setCaps(COMMUNITY, IRelayFund.Caps(tooHigh, 1, 1, 1));
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.UnknownCommunity.selector, bytes32("unknown"))
        );
        fund.setCaps("unknown", IRelayFund.Caps(1, 1, 1, 1));
        vm.stopPrank();
    }

    // Refunds.

    /// @dev Within 3 percent of what the transaction costs its sender, and never more.
    function test_Refund_AcceptedReport_CoversTheCost() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        uint256 cost = _costOfLastCall(_calldataOf(r));
        vm.assertLe(_refunded(), cost);
        vm.assertGe(_refunded(), cost * 97 / 100);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether - _refunded());
        vm.assertEq(fund.refundedToday(COMMUNITY), 1);
    }

    function test_Refund_Margin_AddedAsSet() external {
        _setCaps(GENEROUS, 1_000, uint48(TIP), 10);
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        uint256 cost = _costOfLastCall(_calldataOf(r));
        // setCaps, in the same transaction here, has warmed what a refund counts as cold.
        cost += 5_300 * (BASE_FEE + TIP);
        vm.assertLe(_refunded(), cost * 110 / 100);
        vm.assertGe(_refunded(), cost * 106 / 100);
    }

    function test_Refund_PriceAboveTheCap_RefundedAtTheCap() external {
        vm.txGasPrice(BASE_FEE + 1_000 gwei);
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        uint256 cost = _costOfLastCall(_calldataOf(r));
        vm.assertLe(_refunded(), cost);
        vm.assertGe(_refunded(), cost * 97 / 100);
    }

    function test_Refund_CapAReport_IsTheMost() external {
        _setCaps(1_000 gwei, 1_000, uint48(TIP), 10);
        _submit(policy, _daily(0));
        vm.assertEq(_refunded(), 1_000 gwei);
    }

    function test_Refund_CapASlot_ThenNothingUntilTheNextDay() external {
        _setCaps(1_000 gwei, 2, uint48(TIP), 0);
        for (uint256 i = 0; i < 4; i++) {
            _submit(policy, _daily(i));
        }
        vm.assertEq(_refunded(), 2_000 gwei);
        vm.assertEq(fund.refundedToday(COMMUNITY), 2);
        _pass(DAY);
        vm.assertEq(fund.refundedToday(COMMUNITY), 0);
        _submit(policy, _daily(4));
        vm.assertEq(_refunded(), 3_000 gwei);
    }

    function test_Refund_BalanceTooSmall_PaysWhatIsLeft() external {
        vm.prank(officer);
        fund.withdraw(COMMUNITY, STRANGER, 10 ether - 123);
        _submit(policy, _daily(0));
        vm.assertEq(_refunded(), 123);
        _submit(policy, _daily(1));
        vm.assertEq(_refunded(), 123);
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, _daily(1).tagX));
    }

    function test_Refund_NoCapsSet_NothingIsRefunded() external {
        _setCaps(0, 0, 0, 0);
        _submit(policy, _daily(0));
        vm.assertEq(_refunded(), 0);
    }

    function test_Refund_RefusedReport_NothingIsRefunded() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        r.z[0] ^= 1;
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](1);
        reports[0] = r;
        vm.prank(RELAY);
        policy.reportBatch(reports);
        vm.assertEq(_refunded(), 0);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether);
    }

    function test_Refund_Batch_CoversTheCostOnce() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(MEMBERS);
        vm.prank(RELAY);
        policy.reportBatch(reports);
        uint256 cost = _costOfLastCall(abi.encodeCall(policy.reportBatch, (reports)));
        vm.assertLe(_refunded(), cost);
        vm.assertGe(_refunded(), cost * 97 / 100);
        vm.assertEq(fund.refundedToday(COMMUNITY), MEMBERS);
    }

    function test_Refund_BatchOverTheCapASlot_RefundedInPart() external {
        _setCaps(GENEROUS, 3, uint48(TIP), 0);
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(MEMBERS);
        vm.prank(RELAY);
        policy.reportBatch(reports);
        uint256 cost = _costOfLastCall(abi.encodeCall(policy.reportBatch, (reports)));
        vm.assertEq(fund.refundedToday(COMMUNITY), 3);
        vm.assertLe(_refunded(), cost / 2);
    }

    /// @dev The runs of two communities in one batch are refunded from their own balances, a refused report between them.
    function test_Refund_BatchOfTwoCommunities_EachPaysItsOwn() external {
        vm.warp(FIRST_SLOT * DAY + DAY / 2);
        Community memory wuhan = _community("Wuhan", 4);
        _schedule("Wuhan", policy, SLOT);
        _afterSlot(SLOT, 0);
        fund.deposit{value: 5 ether}("Wuhan");
        vm.prank(officer);
        fund.setCaps("Wuhan", IRelayFund.Caps(2_000 gwei, 100, uint48(TIP), 0));
        _setCaps(1_000 gwei, 100, uint48(TIP), 0);
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](5);
        reports[0] = _daily(0);
        reports[1] = _daily(1);
        reports[2] = _daily(1);
        reports[3] = _signed(wuhan, policy, 0, DAILY, SLOT, _compliant());
        reports[4] = _daily(2);
        vm.prank(RELAY);
        vm.assertEq(policy.reportBatch(reports), 4);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether - 3_000 gwei);
        vm.assertEq(fund.balanceOf("Wuhan"), 5 ether - 2_000 gwei);
        vm.assertEq(_refunded(), 5_000 gwei);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {QuarantineTest} from "./QuarantineTest.sol";
import {BurningRelay, ContractRelay, ReenteringRelay, RefusingRelay} from "./Relays.sol";
import {vm} from "./Vm.sol";

contract RelayFundTest is QuarantineTest {
    uint64 private constant SLOT = FIRST_SLOT + 1;
    uint256 private constant MEMBERS = 8;
    uint256 private constant BASE_FEE = 10 gwei;
    uint256 private constant TIP = 1 gwei;
    uint256 private constant RELAY_MONEY = 1 ether;
    uint256 private constant GENEROUS = 1 ether;

    Community private community;
    IQuarantinePolicy private policy;
    IRelayFund private fund;

    function setUp() public override {
        super.setUp();
        Community memory c = _community(COMMUNITY, MEMBERS);
        (community.id, community.ring) = (c.id, c.ring);
        for (uint256 i = 0; i < MEMBERS; i++) {
            community.gateways.push(c.gateways[i]);
        }
        fund = _fund();
        policy = _general(fund, 2);
        _schedule(COMMUNITY, policy, SLOT);
        _afterSlot(SLOT, 0);
        vm.fee(BASE_FEE);
        vm.txGasPrice(BASE_FEE + TIP);
        vm.deal(address(this), 100 ether);
        // An account without money costs 25,000 gas more to pay; a relay that sends transactions has some.
        vm.deal(RELAY, RELAY_MONEY);
        fund.deposit{value: 10 ether}(COMMUNITY);
        _setCaps(GENEROUS, 1_000, uint48(TIP), 0);
    }

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

    function test_Withdraw_StrangerTooMuchOrNowhere_Reverts() external {
        vm.prank(STRANGER);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.NotAnOfficer.selector, STRANGER));
        fund.withdraw(COMMUNITY, STRANGER, 1);
        address refusing = address(new RefusingRelay());
        vm.startPrank(officer);
        vm.expectRevert(
            abi.encodeWithSelector(IRelayFund.BalanceTooLow.selector, 10 ether + 1, 10 ether)
        );
        fund.withdraw(COMMUNITY, STRANGER, 10 ether + 1);
        vm.expectRevert(IRelayFund.ZeroAddress.selector);
        fund.withdraw(COMMUNITY, address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.WithdrawalFailed.selector, refusing));
        fund.withdraw(COMMUNITY, refusing, 1);
        vm.stopPrank();
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether);
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

    function test_Refund_AskedForByAnyoneElse_Reverts() external {
        bytes memory reason =
            abi.encodeWithSelector(IRelayFund.NotThePolicy.selector, STRANGER, COMMUNITY, SLOT);
        vm.prank(STRANGER);
        vm.expectRevert(reason);
        fund.refund(COMMUNITY, SLOT, STRANGER, 1e6, 1);
        // A policy that is not in force in the slot is anyone else.
        IQuarantinePolicy other = _general(fund, 9);
        vm.prank(address(other));
        vm.expectRevert(
            abi.encodeWithSelector(IRelayFund.NotThePolicy.selector, address(other), COMMUNITY, SLOT)
        );
        fund.refund(COMMUNITY, SLOT, STRANGER, 1e6, 1);
    }

    // Relays that are contracts.

    function test_Refund_RelayRefusesTheMoney_ReportStandsAndBalanceStays() external {
        RefusingRelay relay = new RefusingRelay();
        IQuarantinePolicy.SignedReport memory r = _for(address(relay), 0);
        relay.report(policy, r);
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether);
        vm.assertEq(address(fund).balance, 10 ether);
    }

    function test_Refund_RelayBurnsGas_OnlyTheLittleItIsGiven() external {
        BurningRelay relay = new BurningRelay();
        IQuarantinePolicy.SignedReport memory r = _for(address(relay), 0);
        relay.report{gas: 400_000}(policy, r);
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether);
    }

    function test_Refund_RelayReenters_IsPaidOnce() external {
        ReenteringRelay relay = new ReenteringRelay();
        _setCaps(1_000 gwei, 1_000, uint48(TIP), 0);
        IQuarantinePolicy.SignedReport memory r = _for(address(relay), 0);
        relay.arm(policy, r);
        relay.report(policy, r);
        relay.attempt();
        vm.assertFalse(relay.succeeded());
        vm.assertEq(address(relay).balance, 1_000 gwei);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether - 1_000 gwei);
    }

    /// @dev Eight reports one by one in one transaction: its base cost is refunded once, not eight times.
    function test_Refund_ManyReportsByContractInOneTransaction_BaseCostOnce() external {
        ContractRelay relay = new ContractRelay();
        vm.deal(address(relay), RELAY_MONEY);
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](MEMBERS);
        for (uint256 i = 0; i < MEMBERS; i++) {
            reports[i] = _for(address(relay), i);
        }
        relay.reportAll(policy, reports);
        uint256 cost = _costOfLastCall(abi.encodeCall(relay.reportAll, (policy, reports)));
        vm.assertLe(address(relay).balance - RELAY_MONEY, cost);
        vm.assertGe(address(relay).balance - RELAY_MONEY, cost * 90 / 100);
        vm.assertEq(fund.refundedToday(COMMUNITY), MEMBERS);
    }

    // Draining.

    /// @dev 200 attempts to draw more than was paid for: any price, any caps, any mixture of good, doubled and forged reports,
    ///      one by one or in a batch. No report, day or community is ever refunded above its cap, and none twice.
    /// forge-config: default.fuzz.runs = 200
    function testFuzz_Drain_AnyAttempt_BoundedByCapsAndAcceptedReports(
        uint256 gasPrice,
        uint256 perReport,
        uint8 reportsPerSlot,
        uint8 margin,
        uint256 choices
    ) external {
        gasPrice = BASE_FEE + gasPrice % 100_000 gwei;
        perReport = perReport % 0.01 ether;
        _setCaps(perReport, reportsPerSlot % 12, uint48(TIP), margin % 11);
        vm.txGasPrice(gasPrice);
        uint256 accepted = 0;
        for (uint256 i = 0; i < 12; i++) {
            IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](1 + choices % 2);
            for (uint256 j = 0; j < reports.length; j++) {
                choices = uint256(keccak256(abi.encode(choices)));
                reports[j] = _daily(choices % MEMBERS);
                if (choices >> 8 & 3 == 0) reports[j].z[0] ^= 1;
            }
            vm.prank(RELAY);
            accepted += policy.reportBatch(reports);
        }
        vm.assertLe(accepted, MEMBERS);
        uint256 refunded = accepted < reportsPerSlot % 12 ? accepted : reportsPerSlot % 12;
        vm.assertLe(_refunded(), refunded * perReport);
        vm.assertEq(fund.refundedToday(COMMUNITY), perReport < 1 gwei ? fund.refundedToday(COMMUNITY) : refunded);
        vm.assertEq(fund.balanceOf(COMMUNITY), 10 ether - _refunded());
        vm.assertEq(address(fund).balance, fund.balanceOf(COMMUNITY));
    }

    function _refunded() private view returns (uint256) {
        return RELAY.balance - RELAY_MONEY;
    }

    /// @dev As a transaction of its own, at the price that the caps allow.
    function _costOfLastCall(bytes memory data) private view returns (uint256) {
        uint256 gas = uint256(vm.lastCallGas().gasTotalUsed) + 21_000;
        for (uint256 i = 0; i < data.length; i++) {
            gas += data[i] == 0 ? 4 : 16;
        }
        return gas * (BASE_FEE + TIP);
    }

    function _calldataOf(IQuarantinePolicy.SignedReport memory r) private view returns (bytes memory) {
        return abi.encodeCall(
            policy.report, (r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z)
        );
    }

    function _daily(uint256 signer) private returns (IQuarantinePolicy.SignedReport memory) {
        return _signed(community, policy, signer, DAILY, SLOT, _compliant());
    }

    function _dailies(uint256 count) private returns (IQuarantinePolicy.SignedReport[] memory reports) {
        reports = new IQuarantinePolicy.SignedReport[](count);
        for (uint256 i = 0; i < count; i++) {
            reports[i] = _daily(i);
        }
    }

    function _for(address relay, uint256 signer) private returns (IQuarantinePolicy.SignedReport memory) {
        return _signedFor(community, policy, signer, DAILY, SLOT, _compliant(), relay);
    }

    function _setCaps(uint256 perReport, uint16 reportsPerSlot, uint48 priorityFee, uint8 margin)
        private
        asOfficer
    {
        fund.setCaps(COMMUNITY, IRelayFund.Caps(perReport, reportsPerSlot, priorityFee, margin));
    }
}

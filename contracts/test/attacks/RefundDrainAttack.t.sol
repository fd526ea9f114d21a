// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {RingTranscript} from "../../src/libraries/RingTranscript.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {States} from "../signing/States.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";
import {CompactRelay} from "./relays/CompactRelay.sol";
import {ContractRelay} from "./relays/ContractRelay.sol";
import {PlanningRelay} from "./relays/PlanningRelay.sol";

/// @notice Attack: somebody draws more from the relay fund than his transactions cost, so that submitting reports pays.
/// @dev A refund is a transaction's gas at a bounded price, with a margin of at most a tenth: whoever tries gains that at most,
///      and only for reports that were accepted.
contract RefundDrainAttackTest is FundedTest {
    bytes32 private constant OTHER = "Wuhan";
    uint256 private constant MEMBERS = 4;
    uint256 private constant MARGIN_PERCENT = 10;

    PlanningRelay private planner;
    Community private other;
    /// @dev One of each member of both communities, signed once for all the attempts.
    IQuarantinePolicy.SignedReport[] private forPlanner;
    IQuarantinePolicy.SignedReport[] private forRelay;

    function setUp() public override {
        super.setUp();
        vm.warp(FIRST_SLOT * DAY + DAY / 2);
        other = _community(OTHER, MEMBERS);
        _schedule(OTHER, policy, SLOT);
        _afterSlot(SLOT, 0);
        fund.deposit{value: PREPAID}(OTHER);
        _setCaps(GENEROUS, 1_000, uint48(TIP), uint8(MARGIN_PERCENT));
        vm.prank(officer);
        fund.setCaps(OTHER, IRelayFund.Caps(GENEROUS, 1_000, uint48(TIP), uint8(MARGIN_PERCENT)));
        planner = new PlanningRelay();
        vm.deal(address(planner), RELAY_MONEY);
        forPlanner = _everyonesFor(address(planner));
        forRelay = _everyonesFor(RELAY);
    }

    function _memberCount() internal pure override returns (uint256) {
        return MEMBERS;
    }

    /// @dev 10,000 transactions of a relay that is a contract: up to three reports of two communities, good, doubled, forged,
    ///      one by one and in batches, at any gas price.
    function testFuzz_RefundDrain_AnyTransaction_GainsNoMoreThanTheMargin(
        uint256 choices,
        uint256 plan,
        uint256 gasPrice
    ) external {
        IQuarantinePolicy.SignedReport[] memory reports = _chosen(choices, forPlanner);
        gasPrice = BASE_FEE + gasPrice % 1_000 gwei;
        vm.txGasPrice(gasPrice);
        planner.run(policy, reports, plan);
        uint256 cost = _costOfLastCall(abi.encodeCall(planner.run, (policy, reports, plan)));
        if (gasPrice < BASE_FEE + TIP) cost = cost * gasPrice / (BASE_FEE + TIP);
        _expectGainAtMost(address(planner), cost);
    }

    /// @dev 10,000 batches of a relay that is an account, the same way.
    function testFuzz_RefundDrain_AnyBatch_GainsNoMoreThanTheMargin(uint256 choices) external {
        IQuarantinePolicy.SignedReport[] memory reports = _chosen(choices, forRelay);
        _submitBatch(reports);
        _expectGainAtMost(RELAY, _costOfLastCall(abi.encodeCall(policy.reportBatch, (reports))));
    }

    /// @dev 10,000 settings of an officer: no report, no day and no community is refunded above its cap, no tag twice.
    function testFuzz_RefundDrain_AnyCaps_AreKept(uint256 perReport, uint8 reportsPerSlot, uint8 margin, uint256 choices)
        external
    {
        perReport %= 0.005 ether;
        reportsPerSlot %= 5;
        vm.txGasPrice(BASE_FEE + 100_000 gwei);
        _setCaps(perReport, reportsPerSlot, type(uint48).max, margin % 11);
        uint256 accepted = 0;
        IQuarantinePolicy.SignedReport[] memory one = new IQuarantinePolicy.SignedReport[](1);
        for (uint256 i = 0; i < 3; i++) {
            one[0] = forRelay[2 * ((choices >> 8 * i) % MEMBERS)];
            accepted += _submitBatch(one);
        }
        uint256 refunded = accepted < reportsPerSlot ? accepted : reportsPerSlot;
        vm.assertLe(fund.refundedToday(COMMUNITY), refunded);
        vm.assertEq(_refunded(), PREPAID - fund.balanceOf(COMMUNITY));
        vm.assertLe(_refunded(), refunded * perReport);
    }

    /// @dev A household that relays its own reports is a relay like any other.
    function test_RefundDrain_SelfRelay_GainsNoMoreThanTheMargin() external {
        address self = community.gateways[0].account;
        vm.deal(self, RELAY_MONEY);
        IQuarantinePolicy.SignedReport memory r = _dailyFor(0, self);
        _submitAs(self, policy, r);
        _expectGainAtMost(self, _costOfLastCall(_calldataOf(r)));
    }

    /// @dev At most one report for each member and slot: a member cannot make itself more of them.
    function test_RefundDrain_SameMemberAgainAndAgain_OneRefund() external {
        _submit(policy, _daily(0));
        uint256 once = _refunded();
        for (uint16 i = 1; i < 20; i++) {
            IQuarantinePolicy.SignedReport[] memory again = new IQuarantinePolicy.SignedReport[](1);
            again[0] = _signed(community, policy, 0, DAILY, SLOT, States.pack(i, i, i, i));
            vm.assertEq(_submitBatch(again), 0);
        }
        vm.assertEq(_refunded(), once);
        vm.assertEq(fund.refundedToday(COMMUNITY), 1);
    }

    function test_RefundDrain_HugeGasPrice_PaidAtTheCap() external {
        vm.txGasPrice(BASE_FEE + 1_000_000 gwei);
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        _expectGainAtMost(RELAY, _costOfLastCall(_calldataOf(r)));
    }

    /// @dev Whoever makes blocks chooses neither the base fee nor more than the cap above it.
    function test_RefundDrain_AnyBaseFee_PaidAtItsPrice() external {
        uint64[5] memory fees = [uint64(0), 1, 1 gwei, 100 gwei, 100_000 gwei];
        uint256 snapshot = vm.snapshotState();
        for (uint256 i = 0; i < fees.length; i++) {
            vm.fee(fees[i]);
            vm.txGasPrice(uint256(fees[i]) + 1_000 gwei);
            IQuarantinePolicy.SignedReport memory r = _daily(0);
            _submit(policy, r);
            uint256 gas = _costOfLastCall(_calldataOf(r)) / (BASE_FEE + TIP);
            // What the first turn of this test leaves warm.
            gas += 30_000;
            vm.assertLe(_refunded(), gas * (fees[i] + TIP) * (100 + MARGIN_PERCENT) / 100);
            vm.revertToState(snapshot);
        }
    }

    /// @dev Eight refunds in one transaction: its base cost is given back once, not eight times.
    function test_RefundDrain_ManyReportsInOneTransaction_BaseCostOnce() external {
        IQuarantinePolicy.SignedReport[] memory reports = forPlanner;
        planner.reportAll(policy, reports);
        uint256 cost = _costOfLastCall(abi.encodeCall(planner.reportAll, (policy, reports)));
        _expectGainAtMost(address(planner), cost);
        vm.assertGe(_gainOf(address(planner)), cost * 90 / 100);
        vm.assertEq(fund.refundedToday(COMMUNITY) + fund.refundedToday(OTHER), 2 * MEMBERS);
    }

    /// @dev Communities that alternate in a batch are refunded each time: what a refund itself costs is not overpaid.
    function test_RefundDrain_BatchMixingCommunities_GainsNoMoreThanTheMargin() external {
        IQuarantinePolicy.SignedReport[] memory reports = forRelay;
        vm.assertEq(_submitBatch(reports), 2 * MEMBERS);
        _expectGainAtMost(RELAY, _costOfLastCall(abi.encodeCall(policy.reportBatch, (reports))));
    }

    /// @dev Data is refunded as `report` takes it. What a contract saves that packs it tighter goes into the unpacking.
    function test_RefundDrain_RelayPacksItsData_GainsNoMoreThanTheMargin() external {
        CompactRelay relay = new CompactRelay(policy, COMMUNITY, SLOT, _compliant(), MEMBERS);
        vm.deal(address(relay), RELAY_MONEY);
        bytes memory data;
        for (uint256 i = 0; i < MEMBERS; i++) {
            IQuarantinePolicy.SignedReport memory r = _dailyFor(i, address(relay));
            data = abi.encodePacked(data, r.c0, r.tagX, r.tagParity, r.z);
        }
        (bool success,) = address(relay).call(data);
        uint256 cost = _costOfLastCall(data);
        vm.assertTrue(success);
        vm.assertEq(fund.refundedToday(COMMUNITY), MEMBERS);
        _expectGainAtMost(address(relay), cost);
    }

    /// @dev What is refused is not refunded, also beside what is accepted.
    function test_RefundDrain_GarbageBesideAGoodReport_PaidForTheGoodOneAlone() external {
        uint256 snapshot = vm.snapshotState();
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](1);
        reports[0] = _daily(0);
        _submitBatch(reports);
        uint256 alone = _refunded();
        vm.revertToState(snapshot);
        reports = _dailies(MEMBERS);
        for (uint256 i = 1; i < MEMBERS; i++) {
            reports[i].z[0] ^= 1;
        }
        vm.assertEq(_submitBatch(reports), 1);
        vm.assertLe(_refunded(), alone * 101 / 100);
    }

    /// @dev The mark that the transaction is paid belongs to one transaction, and goes with a call that is undone.
    function test_RefundDrain_MarkSetByACallThatIsUndone_GivesNothing() external {
        ContractRelay relay = new ContractRelay();
        vm.deal(address(relay), RELAY_MONEY);
        IQuarantinePolicy.SignedReport[] memory twice = new IQuarantinePolicy.SignedReport[](2);
        (twice[0], twice[1]) = (_dailyFor(0, address(relay)), _dailyFor(0, address(relay)));
        vm.expectRevert(abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, twice[1].tagX));
        relay.reportAll(policy, twice);
        vm.assertEq(_gainOf(address(relay)), 0);
    }

    function test_RefundDrain_AskedForByAnyoneElse_Reverts() external {
        _expectNotThePolicy(STRANGER, COMMUNITY, SLOT);
        _expectNotThePolicy(RELAY, COMMUNITY, SLOT);
        // A policy that is not in force in the slot is anyone else; so is the one in force, before its first slot.
        _expectNotThePolicy(address(_general(fund, 9)), COMMUNITY, SLOT);
        _expectNotThePolicy(address(policy), COMMUNITY, SLOT - 1);
        _expectNotThePolicy(address(policy), "unknown", SLOT);
    }

    /// @dev Even a policy that lies, which only an officer can put in force, draws no more than a day's caps.
    function test_RefundDrain_LyingPolicyInForce_BoundedByTheDaysCaps() external {
        _setCaps(1_000 gwei, 7, uint48(TIP), 10);
        vm.startPrank(address(policy));
        for (uint256 i = 0; i < 10; i++) {
            fund.refund(COMMUNITY, SLOT, RELAY, 1e30, i);
        }
        vm.stopPrank();
        vm.assertEq(_refunded(), 7 * 1_000 gwei);
    }

    /// @dev A policy that lied and was replaced cannot go on for ever by the slots that were its own.
    function test_RefundDrain_LyingPolicyAfterItsReportsAreDue_Refused() external {
        _setCaps(1_000 gwei, 7, uint48(TIP), 10);
        _schedule(COMMUNITY, _general(fund, 9), SLOT + 2);
        _afterSlot(SLOT + 7, DAY - 1);
        vm.prank(address(policy));
        fund.refund(COMMUNITY, SLOT, RELAY, 1e30, 1);
        vm.assertEq(_refunded(), 1_000 gwei);
        _afterSlot(SLOT + 8, 0);
        _expectNotThePolicy(address(policy), COMMUNITY, SLOT);
    }

    function test_RefundDrain_LyingPolicyBeforeItsFirstSlot_Refused() external {
        IQuarantinePolicy liar = _general(fund, 9);
        _schedule(COMMUNITY, liar, SLOT + 2);
        _expectNotThePolicy(address(liar), COMMUNITY, SLOT + 2);
        _schedule(COMMUNITY, liar, type(uint24).max);
        _expectNotThePolicy(address(liar), COMMUNITY, type(uint24).max);
    }

    /// @dev Calldata is credited as if no byte of it were zero. A member who signs for its own relay saves 12 gas for each byte of
    ///      a response that it makes zero, and is given no more than for any other report.
    function test_RefundDrain_ResponsesOfZeroBytes_CreditedAsAnyOther() external {
        _setCaps(GENEROUS, 1_000, uint48(TIP), 0);
        vm.txGasPrice(BASE_FEE + TIP);
        _submit(policy, _daily(1));
        uint256 ordinary = _refunded();
        _submit(policy, _signedSparsely(0, RELAY));
        vm.assertLe(_refunded() - ordinary, ordinary);
    }

    function _signedSparsely(uint256 signer, address relay)
        private
        returns (IQuarantinePolicy.SignedReport memory r)
    {
        r = _dailyFor(signer, relay);
        RingSigner.Key memory key = community.gateways[signer].ring;
        uint256 eps = RingTranscript.scope(Domains.TAG, address(policy), COMMUNITY, DAILY, SLOT);
        bytes32 message = _message(policy, r, keccak256(abi.encodePacked(hex"00", community.ring)), relay);
        (r.c0, r.z) = RingSigner.signSparsely(message, eps, community.ring, key, RingSigner.tagOf(key, eps));
    }

    function _everyonesFor(address relay) private returns (IQuarantinePolicy.SignedReport[] memory reports) {
        reports = new IQuarantinePolicy.SignedReport[](2 * MEMBERS);
        for (uint256 i = 0; i < MEMBERS; i++) {
            (reports[2 * i], reports[2 * i + 1]) = (_dailyFor(i, relay), _otherDailyFor(i, relay));
        }
    }

    function _chosen(uint256 choices, IQuarantinePolicy.SignedReport[] storage signed)
        private
        view
        returns (IQuarantinePolicy.SignedReport[] memory reports)
    {
        reports = new IQuarantinePolicy.SignedReport[](1 + choices % 3);
        for (uint256 i = 0; i < reports.length; i++) {
            choices >>= 8;
            reports[i] = signed[choices % signed.length];
            if (choices & 0x30 == 0) reports[i].z[0] ^= 1;
        }
    }

    function _otherDailyFor(uint256 signer, address relay) private returns (IQuarantinePolicy.SignedReport memory) {
        return _signedFor(other, policy, signer, DAILY, SLOT, _compliant(), relay);
    }

    function _gainOf(address relay) private view returns (uint256) {
        uint256 drawn = 2 * PREPAID - fund.balanceOf(COMMUNITY) - fund.balanceOf(OTHER);
        vm.assertEq(relay.balance - RELAY_MONEY, drawn);
        vm.assertEq(address(fund).balance, 2 * PREPAID - drawn);
        return drawn;
    }

    function _expectGainAtMost(address relay, uint256 cost) private view {
        vm.assertLe(_gainOf(relay), cost * (100 + MARGIN_PERCENT) / 100);
    }

    function _expectNotThePolicy(address caller, bytes32 communityId, uint64 slot) private {
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.NotThePolicy.selector, caller, communityId, slot));
        fund.refund(communityId, slot, STRANGER, 1e6, 1);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {FundedTest} from "../FundedTest.sol";
import {Vm, vm} from "../Vm.sol";
import {BombingRelay} from "./relays/BombingRelay.sol";
import {BurningRelay} from "./relays/BurningRelay.sol";
import {ContractRelay} from "./relays/ContractRelay.sol";
import {RefusingRelay} from "./relays/RefusingRelay.sol";

/// @notice Attack: a relay chooses the gas, and what it does with its refund, so that a good report is recorded as a bad one, a
///         report is lost, or the community pays for it.
contract GasGriefingAttackTest is FundedTest {
    /// @dev What a relay may burn with its refund: the gas that comes with it and the stipend, once more to copy its answer.
    uint256 private constant HARM = 2 * (7_700 + 2_300);

    /// @dev Every gas limit in steps of 500, from too little to begin to more than enough.
    function test_GasGriefing_AnyGasLimit_GoodReportsAcceptedOrAllUndone() external {
        bytes memory data = abi.encodeCall(policy.reportBatch, (_dailies(2)));
        uint256 snapshot = vm.snapshotState();
        (uint256 undone, uint256 done) = (0, 0);
        for (uint256 gas = 20_000; gas < 320_000; gas += 500) {
            (bool success, bytes memory answer) = _callWith(gas, data);
            if (success) {
                done++;
                vm.assertEq(abi.decode(answer, (uint256)), 2);
            } else {
                undone++;
            }
            vm.assertEq(_drawn(), _refunded());
            vm.revertToState(snapshot);
        }
        vm.assertGe(undone, 100);
        vm.assertGe(done, 100);
    }

    /// @dev The same with one report, whose refusal would be an error and whose acceptance an event.
    function test_GasGriefing_AnyGasLimit_NoErrorThatBlamesTheReport() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        bytes memory data = _calldataOf(r);
        uint256 snapshot = vm.snapshotState();
        uint256 undone = 0;
        for (uint256 gas = 10_000; gas < 200_000; gas += 500) {
            (bool success, bytes memory answer) = _callWith(gas, data);
            vm.assertEq(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX), success);
            if (!success) {
                undone++;
                vm.assertFalse(bytes4(answer) == IQuarantinePolicy.SignatureInvalid.selector);
                vm.assertFalse(bytes4(answer) == IQuarantinePolicy.RingNotInForce.selector);
            }
            vm.revertToState(snapshot);
        }
        vm.assertGe(undone, 100);
    }

    function test_GasGriefing_RelayRefusesItsRefund_ReportStandsAndTheMoneyStays() external {
        IQuarantinePolicy.SignedReport memory r = _reportThrough(new RefusingRelay());
        vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertEq(_drawn(), 0);
    }

    function test_GasGriefing_RelayBurnsGas_OnlyTheLittleItIsGiven() external {
        _expectHarmless(new BurningRelay(), 0);
    }

    function test_GasGriefing_RelayTakesTheMoneyAndBombsWithData_OnlyTheLittleItIsGiven() external {
        _expectHarmless(new BombingRelay(false), 1_000 gwei);
    }

    function test_GasGriefing_RelayRefusesWithABombOfData_OnlyTheLittleItIsGiven() external {
        _expectHarmless(new BombingRelay(true), 0);
    }

    /// @dev Whoever reads the events must come to the fund's own balance.
    function test_GasGriefing_RelayRefusesItsRefund_NoEventOfARefund() external {
        RefusingRelay relay = new RefusingRelay();
        IQuarantinePolicy.SignedReport memory r = _dailyFor(0, address(relay));
        vm.recordLogs();
        relay.report(policy, r);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 1);
        vm.assertEq(logs[0].topics[0], IQuarantinePolicy.ReportAccepted.selector);
    }

    /// @dev The one that refuses cannot have the reports of others go unpaid: it used one place of the day's, as any report does.
    function test_GasGriefing_RelayRefusesItsRefund_OthersArePaid() external {
        _setCaps(1_000 gwei, 2, uint48(TIP), 0);
        _reportThrough(new RefusingRelay());
        _submit(policy, _daily(1));
        vm.assertEq(_refunded(), 1_000 gwei);
        vm.assertEq(fund.refundedToday(COMMUNITY), 2);
    }

    function _expectHarmless(ContractRelay relay, uint256 drawn) private {
        _setCaps(1_000 gwei, 1_000, uint48(TIP), 0);
        uint256 snapshot = vm.snapshotState();
        _reportThrough(new ContractRelay());
        uint256 quiet = vm.lastCallGas().gasTotalUsed;
        vm.revertToState(snapshot);
        _reportThrough(relay);
        vm.assertLe(vm.lastCallGas().gasTotalUsed, quiet + HARM);
        vm.assertEq(_drawn(), drawn);
    }

    function _reportThrough(ContractRelay relay) private returns (IQuarantinePolicy.SignedReport memory r) {
        r = _dailyFor(0, address(relay));
        relay.report{gas: 400_000}(policy, r);
    }

    function _callWith(uint256 gas, bytes memory data) private returns (bool success, bytes memory answer) {
        vm.prank(RELAY);
        (success, answer) = address(policy).call{gas: gas}(data);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: the contracts are flooded. Whoever sends pays, nothing of it is refunded, and nobody else pays more for it.
contract FloodingAttackTest is FundedTest {
    /// @dev Of a transaction with a report that a relay should not have sent, since another brought it first.
    uint256 private constant REPEATED = 45_000;

    function test_Flooding_Garbage_PaidByItsSenderAlone() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(8);
        for (uint256 i = 0; i < 8; i++) {
            reports[i].z[7] ^= 1;
        }
        uint256 accepted = _submitBatch(reports);
        uint256 cost = _costOfLastCall(abi.encodeCall(policy.reportBatch, (reports)));
        vm.assertEq(accepted, 0);
        vm.assertEq(_drawn(), 0);
        // Each has to be verified to be refused: no flooder comes away cheaper.
        vm.assertGe(cost, 8 * 50_000 * (BASE_FEE + TIP));
    }

    /// @dev What a relay pays for a report that is refused for any reason that it can see beforehand: no signature is verified.
    function test_Flooding_RefusedBeforeTheSignature_CostsTheRelayLittle() external {
        IQuarantinePolicy.SignedReport memory first = _daily(0);
        _submit(policy, first);
        uint256 good = _costOfLastCall(_calldataOf(first));
        for (uint256 reason = 0; reason < 6; reason++) {
            IQuarantinePolicy.SignedReport memory r = _daily(0);
            if (reason == 1) r.kind = 9;
            if (reason == 2) r.slot += 1;
            if (reason == 3) r.page = 7;
            if (reason == 4) r.state = bytes32(type(uint256).max);
            if (reason == 5) r.z = new uint256[](64);
            bytes memory data = _calldataOf(r);
            vm.prank(RELAY);
            (bool success,) = address(policy).call(data);
            uint256 cost = _costOfLastCall(data);
            vm.assertFalse(success);
            vm.assertLe(cost, REPEATED * (BASE_FEE + TIP));
            vm.assertLe(cost, good * 45 / 100);
        }
        _submit(policy, _daily(1));
    }

    /// @dev Garbage around a good report neither sinks it nor makes it dearer for the community.
    function test_Flooding_GoodReportAmongGarbage_AcceptedAndRefundedAlone() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(8);
        for (uint256 i = 0; i < 8; i++) {
            if (i != 5) reports[i].c0 ^= 1;
        }
        vm.assertEq(_submitBatch(reports), 1);
        vm.assertEq(fund.refundedToday(COMMUNITY), 1);
        vm.assertLe(_drawn(), 165_000 * (BASE_FEE + TIP));
    }

    /// @dev Pages, members, policies and tags that the registry has seen: a report reads none but its own.
    function test_Flooding_LongHistory_ReportCostsTheSame() external {
        uint256 snapshot = vm.snapshotState();
        _submit(policy, _daily(0));
        uint256 before = vm.lastCallGas().gasTotalUsed;
        vm.revertToState(snapshot);
        for (uint64 i = 0; i < 20; i++) {
            _closeAndCut(COMMUNITY, _none(), _ringKeys(_admitMany(COMMUNITY, vm.toString(i), 2)));
            _schedule(COMMUNITY, policy, SLOT + 2 + 2 * i);
        }
        for (uint256 i = 1; i < 8; i++) {
            _submit(policy, _daily(i));
        }
        _pass(6 * DAY);
        _submit(policy, _daily(0));
        vm.assertLe(vm.lastCallGas().gasTotalUsed, before + 21 * 2_300);
        uint64 slot = SLOT + 5;
        _submit(policy, _signed(community, policy, 1, DAILY, slot, _compliant()));
    }

    /// @dev Nothing on the emergency board is refunded: each of a member's posts costs a write to storage.
    function test_Flooding_Emergencies_PaidByTheMemberWhoPosts() external {
        IEmergencyBoard board =
            IEmergencyBoard(vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry)));
        address flooder = community.gateways[0].account;
        for (uint256 i = 0; i < 20; i++) {
            vm.prank(flooder);
            board.post(COMMUNITY, bytes32(i));
            vm.assertGe(vm.lastCallGas().gasTotalUsed, 22_000);
        }
        vm.prank(flooder);
        board.publish(COMMUNITY, new bytes(16_384));
        vm.assertGe(vm.lastCallGas().gasTotalUsed, 16_384 * 8);
        vm.assertEq(_drawn(), 0);
    }
}

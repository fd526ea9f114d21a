// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {States} from "../signing/States.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {Vm, vm} from "../Vm.sol";

/// @notice Several reports in one transaction, each accepted or refused by itself.
contract BatchesTest is ReportingTest {
    uint256 private constant MEMBERS = 8;

    function _memberCount() internal pure override returns (uint256) {
        return MEMBERS;
    }

    function test_Batch_AllGood_AllAccepted() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(MEMBERS);
        vm.prank(RELAY);
        vm.assertEq(policy.reportBatch(reports), MEMBERS);
        for (uint256 i = 0; i < MEMBERS; i++) {
            vm.assertTrue(policy.isSpent(COMMUNITY, DAILY, SLOT, reports[i].tagX));
        }
    }

    function test_Batch_Empty_AcceptsNone() external {
        vm.prank(RELAY);
        vm.assertEq(policy.reportBatch(new IQuarantinePolicy.SignedReport[](0)), 0);
    }

    /// @dev Every kind of bad report between two good ones; each is refused with the error that report() reverts with.
    function test_Batch_BadOnesAmongGood_RefusedAlone() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(MEMBERS);
        reports[1].state = bytes32(0);
        reports[2] = reports[0];
        reports[3].z[5] ^= 1;
        reports[4].kind = 7;
        reports[5].page = 99;
        reports[6].z = new uint256[](3);
        bytes[] memory reasons = new bytes[](MEMBERS);
        reasons[1] = abi.encodeWithSelector(IQuarantinePolicy.MalformedState.selector, bytes32(0));
        reasons[2] = abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, reports[0].tagX);
        reasons[3] = abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector);
        reasons[4] = abi.encodeWithSelector(IQuarantinePolicy.UnknownKind.selector, 7);
        reasons[5] = abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 99, SLOT);
        reasons[6] = abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 3, MEMBERS);

        vm.recordLogs();
        vm.prank(RELAY);
        vm.assertEq(policy.reportBatch(reports), 2);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, MEMBERS);
        for (uint256 i = 0; i < MEMBERS; i++) {
            if (reasons[i].length == 0) {
                vm.assertEq(logs[i].topics[0], IQuarantinePolicy.ReportAccepted.selector);
                continue;
            }
            vm.assertEq(logs[i].topics[0], IQuarantinePolicy.ReportRefused.selector);
            (uint256 index, bytes memory reason) = abi.decode(logs[i].data, (uint256, bytes));
            vm.assertEq(index, i);
            vm.assertEq(reason, reasons[i]);
            _expectRefusal(policy, reports[i], reasons[i]);
        }
    }

    /// @dev A good report is accepted wherever it stands among reports of other relays: 256 runs, there are no more subsets.
    /// forge-config: default.fuzz.runs = 256
    function testFuzz_Batch_AnySubsetForAnotherRelay_ExactlyTheOthersAccepted(uint8 foreign) external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(MEMBERS);
        uint256 own = 0;
        for (uint256 i = 0; i < MEMBERS; i++) {
            if (foreign >> i & 1 == 0) {
                own++;
                continue;
            }
            reports[i] = _signedFor(community, policy, i, DAILY, SLOT, _compliant(), STRANGER);
        }
        vm.prank(RELAY);
        vm.assertEq(policy.reportBatch(reports), own);
        for (uint256 i = 0; i < MEMBERS; i++) {
            vm.assertEq(policy.isSpent(COMMUNITY, DAILY, SLOT, reports[i].tagX), foreign >> i & 1 == 0);
        }
    }

    function test_Batch_Violation_ToldAsInReport() external {
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](1);
        reports[0] = _signed(community, policy, 0, DAILY, SLOT, States.pack(9, 5, 5, 0));
        vm.recordLogs();
        vm.prank(RELAY);
        policy.reportBatch(reports);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 2);
        vm.assertEq(logs[1].topics[0], IQuarantinePolicy.ViolationReported.selector);
    }
}

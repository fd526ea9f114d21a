// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {Vm, vm} from "../Vm.sol";

/// @notice Attack: somebody who sees the chain wants to know which member of a ring sent a report, or which reports are of one
///         member. What the chain shows beside the report's content is a tag of the scope, and the relay.
contract LinkingAttackTest is ReportingTest {
    function _memberCount() internal pure override returns (uint256) {
        return 8;
    }

    /// @dev A tag of another slot, kind, community's policy or chain has nothing in common with it.
    function test_Linking_TagsOfOneMember_AllDifferent() external {
        uint256[] memory tags = new uint256[](24);
        uint256 count = 0;
        IQuarantinePolicy other = _strong();
        for (uint64 slot = SLOT; slot < SLOT + 6; slot++) {
            tags[count++] = _signed(community, policy, 0, DAILY, slot, _compliant()).tagX;
            tags[count++] = _signed(community, other, 0, DAILY, slot, _compliant()).tagX;
            tags[count++] = _signed(community, other, 0, ALERT, slot, _compliant()).tagX;
            vm.chainId(99);
            tags[count++] = _signed(community, policy, 0, DAILY, slot, _compliant()).tagX;
            vm.chainId(31_337);
        }
        for (uint256 i = 0; i < count; i++) {
            for (uint256 j = 0; j < i; j++) {
                vm.assertFalse(tags[i] == tags[j]);
            }
        }
    }

    /// @dev Whoever signs, verification takes the same way: every member's report costs the same gas.
    function test_Linking_ByGas_EveryMemberTheSame() external {
        uint256 snapshot = vm.snapshotState();
        uint256 expected = 0;
        for (uint256 i = 0; i < 8; i++) {
            _submit(policy, _daily(i));
            uint256 gas = vm.lastCallGas().gasTotalUsed;
            if (i == 1) expected = gas;
            // The first leaves warm what the others find so.
            if (i > 1) vm.assertEq(gas, expected);
            vm.revertToState(snapshot);
        }
    }

    /// @dev What is told of a day on which the rules were kept: nothing of the signature, and no account but the sender's.
    function test_Linking_ByEvents_NothingButTagAndState() external {
        for (uint256 i = 0; i < 8; i++) {
            IQuarantinePolicy.SignedReport memory r = _daily(i);
            vm.recordLogs();
            _submit(policy, r);
            Vm.Log[] memory logs = vm.getRecordedLogs();
            vm.assertEq(logs.length, 1);
            vm.assertEq(logs[0].topics.length, 3);
            vm.assertEq(logs[0].topics[1], COMMUNITY);
            vm.assertEq(uint256(logs[0].topics[2]), SLOT);
            vm.assertEq(logs[0].data, abi.encode(uint256(DAILY), r.tagX, _compliant(), true));
        }
    }

    /// @dev Two relays that submit for one member are told apart by their own accounts only.
    function test_Linking_ByRelay_AnyRelayForAnyMember() external {
        for (uint256 i = 0; i < 8; i++) {
            address relay = community.gateways[(i + 3) % 8].account;
            _submitAs(relay, policy, _dailyFor(i, relay));
        }
    }
}

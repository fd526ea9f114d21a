// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {States} from "../signing/States.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a report is counted twice, by whoever copies it, or by a member that signs another for the same scope.
contract ReplayAttackTest is ReportingTest {
    /// @dev This member and those after it have reported SLOT.
    uint256 private constant FIRST_REPORTED = 2;

    IQuarantinePolicy private strong;

    function setUp() public override {
        super.setUp();
        strong = _strong();
        _schedule(COMMUNITY, strong, SLOT + 2);
        for (uint256 i = FIRST_REPORTED; i < 6; i++) {
            _submit(policy, _daily(i));
        }
    }

    function _memberCount() internal pure override returns (uint256) {
        return 6;
    }

    function test_Replay_SameReport_OnceOnly() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        for (uint64 day = 0; day < 7; day++) {
            _expectSpent(r);
            _pass(DAY);
        }
    }

    function test_Replay_SameReportInABatch_OnceOnly() external {
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](4);
        for (uint256 i = 0; i < 4; i++) {
            reports[i] = _daily(0);
        }
        vm.assertEq(_submitBatch(reports), 1);
        vm.assertEq(_submitBatch(reports), 0);
        _expectSpent(reports[0]);
    }

    /// @dev 10,000 second reports with any other content: the tag is that of the member and the scope, whatever is said.
    function testFuzz_Replay_SecondReportOfAMember_Refused(uint16 trips, uint16 minutesOutside, uint8 signer, bool elsewhere)
        external
    {
        uint256 member = FIRST_REPORTED + signer % 4;
        address relay = elsewhere ? STRANGER : RELAY;
        bytes32 state = States.pack(trips, minutesOutside, minutesOutside, 0);
        IQuarantinePolicy.SignedReport memory second =
            _signedFor(community, policy, member, DAILY, SLOT, state, relay);
        _expectRefusalAs(
            relay, policy, second, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, second.tagX)
        );
    }

    function test_Replay_WithTheOtherParityOfItsTag_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        _submit(policy, r);
        r.tagParity ^= 1;
        _expectSpent(r);
    }

    function test_Replay_InAnotherSlot_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        r.slot = SLOT + 1;
        _afterSlot(SLOT + 1, 0);
        _expectInvalid(policy, r);
    }

    function test_Replay_InAnotherCommunity_Refused() external {
        vm.warp(FIRST_SLOT * DAY + DAY / 2);
        _community("Wuhan", 6);
        _schedule("Wuhan", policy, SLOT);
        _afterSlot(SLOT, 0);
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        r.communityId = "Wuhan";
        _expectInvalid(policy, r);
    }

    /// @dev An Alert told again as the Daily, or the other way round.
    function test_Replay_AsAnotherKind_Refused() external {
        uint64 slot = SLOT + 2;
        bytes32 state = States.pack(1, 5, 5, 0);
        _afterSlot(slot, 0);
        for (uint8 kind = DAILY; kind <= ALERT; kind++) {
            IQuarantinePolicy.SignedReport memory r = _signed(community, strong, 0, kind, slot, state);
            r.kind = ALERT - kind;
            _expectInvalid(strong, r);
        }
    }

    /// @dev Kinds are scopes of their own: one Daily and one Alert a slot, and no third.
    function test_Replay_OneOfEachKind_NoThird() external {
        uint64 slot = SLOT + 2;
        _afterSlot(slot, 0);
        for (uint8 kind = DAILY; kind <= ALERT; kind++) {
            _submit(strong, _signed(community, strong, 0, kind, slot, States.pack(1, 5, 5, 0)));
            IQuarantinePolicy.SignedReport memory second =
                _signed(community, strong, 0, kind, slot, States.pack(2, 5, 5, 0));
            _expectRefusal(
                strong, second, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, second.tagX)
            );
        }
    }

    /// @dev Another policy of the same registry keeps tags of its own, but is not in force in the slot.
    function test_Replay_AtAnotherPolicyOfTheRegistry_Refused() external {
        _submit(policy, _daily(0));
        IQuarantinePolicy twin = _general(fund, 2);
        IQuarantinePolicy[2] memory others = [twin, strong];
        bytes memory notInForce =
            abi.encodeWithSelector(IQuarantinePolicy.NotInForce.selector, COMMUNITY, SLOT);
        for (uint256 i = 0; i < others.length; i++) {
            _expectRefusal(others[i], _daily(0), notInForce);
            _expectRefusal(others[i], _signed(community, others[i], 0, DAILY, SLOT, _compliant()), notInForce);
        }
    }

    /// @dev A policy that is put in force again has the tags of its former slots.
    function test_Replay_AfterThePolicyCameBack_Refused() external {
        _submit(policy, _daily(0));
        _schedule(COMMUNITY, policy, SLOT + 3);
        _afterSlot(SLOT + 4, 0);
        _expectSpent(_daily(0));
    }

    /// @dev A report for one policy's slot, shown where another policy is in force.
    function test_Replay_SignedForAnotherPolicy_Refused() external {
        _afterSlot(SLOT + 2, 0);
        _expectInvalid(strong, _signed(community, policy, 0, DAILY, SLOT + 2, _compliant()));
    }

    function _expectSpent(IQuarantinePolicy.SignedReport memory r) private {
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, r.tagX));
    }

    function _expectInvalid(IQuarantinePolicy at_, IQuarantinePolicy.SignedReport memory r) private {
        _expectRefusal(at_, r, abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
    }
}

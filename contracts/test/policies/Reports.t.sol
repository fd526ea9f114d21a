// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {RingTranscript} from "../../src/libraries/RingTranscript.sol";
import {RingVerifiers} from "../libraries/RingVerifiers.sol";
import {States} from "../signing/States.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {Vm, vm} from "../Vm.sol";

/// @notice One report at a time: what is accepted, what is refused and why, and what is told about it.
contract ReportsTest is QuarantineTest {
    uint64 private constant SLOT = FIRST_SLOT + 1;

    Community private community;
    IQuarantinePolicy private general;
    IQuarantinePolicy private strong;

    function setUp() public override {
        super.setUp();
        community = _community(COMMUNITY, 4);
        general = _general(IRelayFund(address(0)), 2);
        strong = _strong();
        _schedule(COMMUNITY, general, SLOT);
        _schedule(COMMUNITY, strong, SLOT + 1);
        _afterSlot(SLOT, 0);
    }

    function test_Report_CompliantDaily_AcceptedAndTagSpent() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0, _compliant());
        vm.assertFalse(general.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.expectEmit(address(general));
        emit IQuarantinePolicy.ReportAccepted(COMMUNITY, SLOT, DAILY, bytes32(r.tagX), r.state, true);
        _submit(general, r);
        vm.assertTrue(general.isSpent(COMMUNITY, DAILY, SLOT, r.tagX));
        vm.assertFalse(general.isSpent(COMMUNITY, ALERT, SLOT, r.tagX));
        vm.assertFalse(general.isSpent(COMMUNITY, DAILY, SLOT + 1, r.tagX));
    }

    function test_Report_EveryMember_OnceEach() external {
        for (uint256 i = 0; i < 4; i++) {
            _submit(general, _daily(i, _compliant()));
        }
        for (uint256 i = 0; i < 4; i++) {
            IQuarantinePolicy.SignedReport memory r = _daily(i, States.pack(1, 5, 5, 0));
            _expectRefusal(general, r, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, r.tagX));
        }
    }

    /// @dev The event alone, with chain id and contract address, is enough to verify the signature again.
    function test_Report_Violation_EventCarriesTheWholeSignature() external {
        IQuarantinePolicy.SignedReport memory r = _daily(1, States.pack(3, 40, 20, 0));
        vm.recordLogs();
        _submit(general, r);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        vm.assertEq(logs.length, 2);
        vm.assertEq(logs[0].topics[0], IQuarantinePolicy.ReportAccepted.selector);
        (,,, bool compliant) = abi.decode(logs[0].data, (uint8, bytes32, bytes32, bool));
        vm.assertFalse(compliant);
        vm.assertEq(logs[1].topics[0], IQuarantinePolicy.ViolationReported.selector);
        vm.assertEq(logs[1].topics[1], COMMUNITY);
        vm.assertEq(uint256(logs[1].topics[2]), SLOT);
        _verifyAgain(logs[1]);
    }

    function test_Report_Compliant_OneLogOnly() external {
        IQuarantinePolicy.SignedReport memory r = _daily(1, _compliant());
        vm.recordLogs();
        _submit(general, r);
        vm.assertEq(vm.getRecordedLogs().length, 1);
    }

    // Windows.

    function test_Window_Daily_FromSlotEndForEightDays() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0, _compliant());
        uint256 end = (SLOT + 1) * DAY;
        _expectOutside(general, r, end - 1);
        _expectOutside(general, r, end + 8 days);
        vm.warp(end + 8 days - 1);
        _submit(general, r);
        vm.warp(end);
        _submit(general, _daily(1, _compliant()));
    }

    function test_Window_Alert_DuringSlotAndTwoHoursAfter() external {
        uint64 slot = SLOT + 1;
        uint256 begin = slot * DAY;
        IQuarantinePolicy.SignedReport memory r = _signed(community, strong, 0, ALERT, slot, States.pack(1, 5, 5, 0));
        _expectOutside(strong, r, begin - 1);
        _expectOutside(strong, r, begin + DAY + 2 hours);
        vm.warp(begin);
        _submit(strong, r);
        vm.warp(begin + DAY + 2 hours - 1);
        _submit(strong, _signed(community, strong, 1, ALERT, slot, States.pack(1, 5, 5, 0)));
    }

    function test_Window_IsOfLocalTime() external {
        Community memory c = _community("Wuhan", 2, 8 hours);
        uint64 slot = registry.currentSlot("Wuhan") + 1;
        IQuarantinePolicy policy = _general(IRelayFund(address(0)), 2);
        _schedule("Wuhan", policy, slot);
        IQuarantinePolicy.SignedReport memory r = _signed(c, policy, 0, DAILY, slot, _compliant());
        uint256 end = (slot + 1) * DAY - 8 hours;
        vm.warp(end - 1);
        _expectRefusal(
            policy,
            r,
            abi.encodeWithSelector(IQuarantinePolicy.OutsideWindow.selector, slot, (slot + 1) * DAY - 1)
        );
        vm.warp(end);
        _submit(policy, r);
    }

    /// @dev 10,000 instants: a Daily is open exactly from its slot's end on for eight days.
    function testFuzz_Window_Daily_AnyInstant(uint256 time) external {
        uint256 end = (SLOT + 1) * DAY;
        time = (SLOT - 2) * DAY + time % (14 * DAY);
        vm.warp(time);
        IQuarantinePolicy.SignedReport memory r;
        (r.communityId, r.slot, r.state) = (COMMUNITY, SLOT, _compliant());
        // Nothing is signed: inside the window, the next check refuses it.
        bool open = time >= end && time < end + 8 * DAY;
        bytes memory reason = open
            ? abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 0, 4)
            : abi.encodeWithSelector(IQuarantinePolicy.OutsideWindow.selector, SLOT, time);
        _expectRefusal(general, r, reason);
    }

    // Refusals, each with its reason.

    function test_Report_UnknownKind_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _signed(community, general, 0, 2, SLOT, _compliant());
        _expectRefusal(general, r, abi.encodeWithSelector(IQuarantinePolicy.UnknownKind.selector, 2));
    }

    function test_Report_AlertWherePolicyTakesNone_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _signed(community, general, 0, ALERT, SLOT, _compliant());
        _expectRefusal(general, r, abi.encodeWithSelector(IQuarantinePolicy.AlertsNotTaken.selector));
    }

    function test_Report_PolicyNotInForceInSlot_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _signed(community, strong, 0, DAILY, SLOT, _compliant());
        _expectRefusal(
            strong, r, abi.encodeWithSelector(IQuarantinePolicy.NotInForce.selector, COMMUNITY, SLOT)
        );
        r = _signed(community, general, 0, DAILY, SLOT + 1, _compliant());
        _expectRefusal(
            general, r, abi.encodeWithSelector(IQuarantinePolicy.NotInForce.selector, COMMUNITY, SLOT + 1)
        );
    }

    function test_Report_UnknownCommunity_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0, _compliant());
        r.communityId = "unknown";
        _expectRefusal(
            general,
            r,
            abi.encodeWithSelector(IQuarantinePolicy.NotInForce.selector, bytes32("unknown"), SLOT)
        );
    }

    function test_Report_MalformedState_Refused() external {
        bytes32[4] memory bad = [
            bytes32(0),
            bytes32(uint256(2) << 248),
            _compliant() | bytes32(uint256(8) << 240),
            _compliant() | bytes32(uint256(1))
        ];
        for (uint256 i = 0; i < bad.length; i++) {
            IQuarantinePolicy.SignedReport memory r = _daily(0, bad[i]);
            bytes memory reason = abi.encodeWithSelector(IQuarantinePolicy.MalformedState.selector, bad[i]);
            _expectRefusal(general, r, reason);
            vm.expectRevert(reason);
            general.complies(bad[i]);
        }
    }

    function test_Report_PageUnknownOrNotInForce_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0, _compliant());
        r.page = 1;
        _expectRefusal(
            general, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 1, SLOT)
        );
        r.page = type(uint256).max;
        _expectRefusal(
            general, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, r.page, SLOT)
        );
    }

    function test_Report_ResponsesNotOneAMember_Refused() external {
        for (uint256 count = 0; count < 6; count++) {
            if (count == 4) continue;
            IQuarantinePolicy.SignedReport memory r = _daily(0, _compliant());
            r.z = new uint256[](count);
            _expectRefusal(
                general, r, abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, count, 4)
            );
        }
    }

    function _daily(uint256 signer, bytes32 state) private returns (IQuarantinePolicy.SignedReport memory) {
        return _signed(community, general, signer, DAILY, SLOT, state);
    }

    function _expectOutside(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r, uint256 time)
        private
    {
        vm.warp(time);
        _expectRefusal(
            policy, r, abi.encodeWithSelector(IQuarantinePolicy.OutsideWindow.selector, r.slot, time)
        );
    }

    function _verifyAgain(Vm.Log memory log) private {
        (
            uint8 kind,
            bytes32 state,
            ,
            address ringCode,
            bytes32 ringCodeHash,
            address relay,
            uint256 c0,
            uint256 tagX,
            uint8 tagParity,
            uint256[] memory z
        ) = abi.decode(
            log.data, (uint8, bytes32, uint256, address, bytes32, address, uint256, uint256, uint8, uint256[])
        );
        vm.assertEq(ringCode.codehash, ringCodeHash);
        uint64 slot = uint64(uint256(log.topics[2]));
        uint256 eps = RingTranscript.scope(Domains.TAG, log.emitter, log.topics[1], kind, slot);
        bytes32 message = RingTranscript.message(
            Domains.MESSAGE, log.emitter, log.topics[1], ringCodeHash, kind, slot, state, relay, tagX, tagParity
        );
        vm.assertTrue(new RingVerifiers().plain(message, eps, ringCode, c0, tagX, tagParity, z));
    }
}

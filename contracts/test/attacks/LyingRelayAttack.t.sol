// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {States} from "../signing/States.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";
import {ContractRelay} from "./relays/ContractRelay.sol";

/// @notice Attack: a relay, or whoever sees its transaction before it is in a block, changes the report, submits it in its own
///         name for the refund, or keeps it back.
contract LyingRelayAttackTest is FundedTest {
    /// @dev Of member 0, for RELAY.
    IQuarantinePolicy.SignedReport private violation;

    function setUp() public override {
        super.setUp();
        violation = _signed(community, policy, 0, DAILY, SLOT, States.pack(7, 95, 30, 1));
    }

    /// @dev The front runner is refused and pays; the relay that is named still gets its report in, and the refund.
    function test_LyingRelay_FrontRunning_RefusedAndTheNamedRelayIsPaid() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        address[3] memory thieves = [STRANGER, community.gateways[1].account, community.gateways[0].account];
        for (uint256 i = 0; i < thieves.length; i++) {
            _expectInvalidAs(thieves[i], r);
        }
        vm.assertEq(_drawn(), 0);
        _submit(policy, r);
        vm.assertEq(_refunded(), _drawn());
        vm.assertGe(_refunded(), 1);
    }

    /// @dev 10,000 senders.
    function testFuzz_LyingRelay_AnySenderButTheNamed_Refused(address sender) external {
        vm.assume(sender != RELAY);
        _expectInvalidAs(sender, violation);
    }

    function test_LyingRelay_FrontRunningABatch_NoneAccepted() external {
        IQuarantinePolicy.SignedReport[] memory reports = _dailies(8);
        vm.prank(STRANGER);
        vm.assertEq(policy.reportBatch(reports), 0);
        vm.assertEq(_submitBatch(reports), 8);
    }

    /// @dev The relay's account is the sender that the policy sees: a contract between them is another sender.
    function test_LyingRelay_ThroughAContract_Refused() external {
        ContractRelay between = new ContractRelay();
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        vm.prank(RELAY);
        vm.expectRevert(abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
        between.report(policy, r);
    }

    function test_LyingRelay_AnyFieldChanged_Refused() external {
        for (uint256 field = 0; field < 13; field++) {
            IQuarantinePolicy.SignedReport memory r = violation;
            if (field == 0) r.state = _compliant();
            else if (field == 1) r.c0 ^= 1;
            else if (field == 2) r.tagX ^= 1;
            else if (field == 3) r.tagParity ^= 1;
            else if (field == 4) (r.z[0], r.z[1]) = (r.z[1], r.z[0]);
            else r.z[field - 5] ^= 1;
            _expectInvalidAs(RELAY, r);
        }
    }

    /// @dev 10,000 other accounts of the day: a violation made harmless, or a worse one.
    function testFuzz_LyingRelay_AnyOtherState_Refused(uint16 trips, uint16 minutesOutside, uint16 visits) external {
        IQuarantinePolicy.SignedReport memory r = violation;
        r.state = States.pack(trips, minutesOutside, 30, visits);
        vm.assume(r.state != violation.state);
        _expectInvalidAs(RELAY, r);
    }

    /// @dev The household signs the same day again for another relay: it lands once, whoever was faster.
    function test_LyingRelay_KeepsTheReportBack_AnotherRelayDeliversOnce() external {
        IQuarantinePolicy.SignedReport memory kept = _daily(0);
        IQuarantinePolicy.SignedReport memory again = _dailyFor(0, STRANGER);
        vm.assertEq(kept.tagX, again.tagX);
        _submitAs(STRANGER, policy, again);
        _expectRefusal(policy, kept, abi.encodeWithSelector(IQuarantinePolicy.TagSpent.selector, kept.tagX));
    }

    function _expectInvalidAs(address sender, IQuarantinePolicy.SignedReport memory r) private {
        _expectRefusalAs(sender, policy, r, abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
    }
}

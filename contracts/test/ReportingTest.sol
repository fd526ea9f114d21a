// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {AdmissionTest} from "./AdmissionTest.sol";
import {vm} from "./Vm.sol";

/// @title A community under test whose members can report slot SLOT: one page, a policy, and a fund that refunds nothing yet.
abstract contract ReportingTest is AdmissionTest {
    uint64 internal constant SLOT = FIRST_SLOT + 1;

    Community internal community;
    IRelayFund internal fund;
    IQuarantinePolicy internal policy;

    function setUp() public virtual override {
        super.setUp();
        community = _community(COMMUNITY, _memberCount());
        fund = _fund();
        policy = _general(fund, 2);
        _schedule(COMMUNITY, policy, SLOT);
        _afterSlot(SLOT, 0);
    }

    function _memberCount() internal pure virtual returns (uint256) {
        return 4;
    }

    /// @dev A compliant Daily of the member, for RELAY.
    function _daily(uint256 signer) internal returns (IQuarantinePolicy.SignedReport memory) {
        return _dailyFor(signer, RELAY);
    }

    function _dailyFor(uint256 signer, address relay) internal returns (IQuarantinePolicy.SignedReport memory) {
        return _signedFor(community, policy, signer, DAILY, SLOT, _compliant(), relay);
    }

    /// @dev One of each of the first members.
    function _dailies(uint256 count) internal returns (IQuarantinePolicy.SignedReport[] memory) {
        return _dailiesFor(count, RELAY);
    }

    function _dailiesFor(uint256 count, address relay)
        internal
        returns (IQuarantinePolicy.SignedReport[] memory reports)
    {
        reports = new IQuarantinePolicy.SignedReport[](count);
        for (uint256 i = 0; i < count; i++) {
            reports[i] = _dailyFor(i, relay);
        }
    }

    function _submitBatch(IQuarantinePolicy.SignedReport[] memory reports) internal returns (uint256 accepted) {
        vm.prank(RELAY);
        return policy.reportBatch(reports);
    }
}

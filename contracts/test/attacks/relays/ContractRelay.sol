// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../../src/interfaces/IQuarantinePolicy.sol";

/// @title A relay that is a contract, and takes its refund quietly.
contract ContractRelay {
    function report(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r) public {
        policy.report(r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z);
    }

    /// @dev Many single reports in one transaction.
    function reportAll(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport[] memory reports) external {
        for (uint256 i = 0; i < reports.length; i++) {
            report(policy, reports[i]);
        }
    }

    function reportBatch(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport[] memory reports) external {
        policy.reportBatch(reports);
    }

    receive() external payable virtual {}
}

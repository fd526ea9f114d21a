// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../../src/interfaces/IQuarantinePolicy.sol";
import {ContractRelay} from "./ContractRelay.sol";

/// @title Submits reports one by one and in batches, as planned, in one transaction; what is refused does not stop it.
contract PlanningRelay is ContractRelay {
    /// @param plan bit i: whether report i goes into one batch with the next
    function run(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport[] memory reports, uint256 plan) external {
        uint256 start = 0;
        for (uint256 i = 0; i < reports.length; i++) {
            bool goesOn = i + 1 < reports.length && plan >> i & 1 == 1;
            if (goesOn) continue;
            if (start == i) _single(policy, reports[i]);
            else _batch(policy, reports, start, i + 1);
            start = i + 1;
        }
    }

    function _single(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r) private {
        try this.report(policy, r) {} catch {}
    }

    function _batch(
        IQuarantinePolicy policy,
        IQuarantinePolicy.SignedReport[] memory reports,
        uint256 start,
        uint256 end
    ) private {
        IQuarantinePolicy.SignedReport[] memory batch = new IQuarantinePolicy.SignedReport[](end - start);
        for (uint256 i = start; i < end; i++) {
            batch[i - start] = reports[i];
        }
        policy.reportBatch(batch);
    }
}

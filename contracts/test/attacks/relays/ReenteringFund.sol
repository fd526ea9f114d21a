// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../../src/interfaces/IQuarantinePolicy.sol";

/// @title A fund and relay in one, which enters the policy again, with all the gas there is, while it is asked for a refund.
contract ReenteringFund {
    ICommunityRegistry public immutable registry;
    IQuarantinePolicy.SignedReport private _report;
    uint256 public refunds;
    uint256 public accepted;
    bytes public refusal;

    constructor(ICommunityRegistry registry_) {
        registry = registry_;
    }

    function submit(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r) external {
        _report = r;
        _submit(policy);
    }

    function refund(bytes32, uint64, address, uint256, uint256) external {
        refunds++;
        if (refunds < 5) _submit(IQuarantinePolicy(msg.sender));
    }

    function _submit(IQuarantinePolicy policy) private {
        IQuarantinePolicy.SignedReport memory r = _report;
        try policy.report(r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z) {
            accepted++;
        } catch (bytes memory reason) {
            refusal = reason;
        }
        IQuarantinePolicy.SignedReport[] memory batch = new IQuarantinePolicy.SignedReport[](2);
        (batch[0], batch[1]) = (r, r);
        accepted += policy.reportBatch(batch);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";

/// @title Relays that are contracts. This one takes its refund quietly.
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

    receive() external payable virtual {}
}

/// @title Will not take money.
contract RefusingRelay is ContractRelay {
    receive() external payable override {
        revert("no");
    }
}

/// @title Burns whatever gas it is given with the money.
contract BurningRelay is ContractRelay {
    receive() external payable override {
        while (true) {}
    }
}

/// @title Tries to be paid once more while it is being paid.
contract ReenteringRelay is ContractRelay {
    IQuarantinePolicy private _policy;
    IRelayFund private _fund;
    IQuarantinePolicy.SignedReport private _again;
    uint256 public entered;
    bool public succeeded;

    function arm(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory again) external {
        _policy = policy;
        _fund = IRelayFund(policy.fund());
        (_again.communityId, _again.kind, _again.slot) = (again.communityId, again.kind, again.slot);
        (_again.state, _again.page, _again.c0) = (again.state, again.page, again.c0);
        (_again.tagX, _again.tagParity) = (again.tagX, again.tagParity);
        _again.z = again.z;
    }

    /// @dev Called by the test with unlimited gas too, as a fund without a gas limit would.
    function attempt() public {
        try _fund.refund(_again.communityId, _again.slot, address(this), 1e6, 1) {
            succeeded = true;
        } catch {}
        try _fund.withdraw(_again.communityId, address(this), 1) {
            succeeded = true;
        } catch {}
        try this.report(_policy, _again) {
            succeeded = true;
        } catch {}
    }

    receive() external payable override {
        (bool done,) = address(this).call(abi.encodeCall(this.attempt, ()));
        if (done) entered++;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {World} from "./World.sol";

/// @title Policies change. Of those scheduled that have begun by a slot, the one scheduled last is in force in it.
abstract contract Rules is World {
    function _schedulePolicy(uint256 town, uint256 which, uint64 inDays) internal {
        Town storage t = towns[town];
        IQuarantinePolicy policy = policies[which % policies.length];
        uint64 fromSlot = _today(town) + inDays;
        bytes4 refusal = inDays == 0 && t.terms.length != 0 ? ICommunityRegistry.SlotTooEarly.selector : bytes4(0);
        bytes memory data = abi.encodeCall(registry.schedulePolicy, (t.id, address(policy), fromSlot));
        if (!_act(officer, address(registry), data, refusal)) return;
        t.terms.push(Term(fromSlot, policy));
        _expect(ICommunityRegistry.PolicyScheduled.selector, 1);
        happened[bytes32("policy scheduled")]++;
    }

    function _policyIn(uint256 town, uint64 slot) internal view returns (IQuarantinePolicy policy) {
        Term[] storage terms = towns[town].terms;
        for (uint256 i = 0; i < terms.length; i++) {
            if (terms[i].fromSlot <= slot) policy = terms[i].policy;
        }
    }

    function _same(IQuarantinePolicy one, IQuarantinePolicy other) internal pure returns (bool) {
        return address(one) == address(other);
    }
}

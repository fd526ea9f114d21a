// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {vm} from "../Vm.sol";
import {World} from "./World.sol";

/// @title Money goes into the relay fund and out of it. What a community has is kept here in three sums.
abstract contract Money is World {
    struct Ledger {
        uint256 deposited;
        uint256 withdrawn;
        uint256 refunded;
    }

    Ledger[TOWNS] internal ledgers;
    IRelayFund.Caps[TOWNS] internal caps;

    function _deposit(uint256 town, address by, uint256 amount) internal {
        vm.deal(by, by.balance + amount);
        bytes memory data = abi.encodeCall(fund.deposit, (towns[town].id));
        _actWith(amount, by, address(fund), data, 0);
        ledgers[town].deposited += amount;
        _expect(IRelayFund.Deposited.selector, 1);
        happened[bytes32("deposited")]++;
    }

    function _withdraw(uint256 town, address by, address to, uint256 amount) internal {
        uint256 before = to.balance;
        bytes4 refusal = 0;
        if (!registry.isOfficer(by)) refusal = IRelayFund.NotAnOfficer.selector;
        else if (to == address(0)) refusal = IRelayFund.ZeroAddress.selector;
        else if (amount > _left(town)) refusal = IRelayFund.BalanceTooLow.selector;
        bytes memory data = abi.encodeCall(fund.withdraw, (towns[town].id, to, amount));
        if (!_act(by, address(fund), data, refusal)) return;
        vm.assertEq(to.balance - before, amount);
        ledgers[town].withdrawn += amount;
        _expect(IRelayFund.Withdrawn.selector, 1);
        happened[bytes32("withdrawn")]++;
    }

    function _setCaps(uint256 town, address by, IRelayFund.Caps memory wanted) internal {
        bytes4 refusal = 0;
        if (!registry.isOfficer(by)) refusal = IRelayFund.NotAnOfficer.selector;
        else if (wanted.marginPercent > 10) refusal = IRelayFund.MarginTooHigh.selector;
        bytes memory data = abi.encodeCall(fund.setCaps, (towns[town].id, wanted));
        if (!_act(by, address(fund), data, refusal)) return;
        caps[town] = wanted;
        _expect(IRelayFund.CapsSet.selector, 1);
        happened[bytes32("caps set")]++;
    }

    function _left(uint256 town) internal view returns (uint256) {
        Ledger storage ledger = ledgers[town];
        return ledger.deposited - ledger.withdrawn - ledger.refunded;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {ContractRelay} from "../attacks/relays/ContractRelay.sol";
import {RefusingRelay} from "../attacks/relays/RefusingRelay.sol";
import {Vm, vm} from "../Vm.sol";
import {Money} from "./Money.sol";
import {Reporting} from "./Reporting.sol";

/// @title Relays submit reports, one by one and in batches, and are refunded: every refund is looked at with the caps of its
///        community and day.
abstract contract Submissions is Reporting, Money {
    address[4] internal relays;
    /// @notice Refunds above the cap of their reports, or of their community's day.
    uint256 public capsBroken;
    /// @dev Reports refunded in a town's day.
    mapping(uint256 town => mapping(uint64 day => uint256)) internal refundedOn;

    function _makeRelays() internal {
        address quiet = address(new ContractRelay());
        relays = [RELAY, people[0].gateway.account, quiet, address(new RefusingRelay())];
    }

    /// @dev 1 to 3 reports; one of them by itself.
    function _submitComposed(uint256 seed) internal {
        address relay = relays[_pick(seed, "relay") % relays.length];
        IQuarantinePolicy policy = _mostlyInForce(seed);
        uint256 count = seed % 2 == 0 ? 1 : 2 + _pick(seed, "count") % 2;
        Attempt[] memory attempts = new Attempt[](count);
        for (uint256 i = 0; i < count; i++) {
            attempts[i] = _compose(_pick(seed, vm.toString(i)), policy, relay);
        }
        _setPrice(seed);
        uint256 before = relay.balance;
        bytes4[] memory refusals =
            count == 1 ? _submitOne(attempts[0]) : _submitMany(attempts, policy, relay);
        // Prices outlast the call: the fuzzer's own next one must not have to pay them.
        vm.fee(0);
        vm.txGasPrice(0);
        _checkRefunds(attempts, refusals, relay, relay.balance - before);
    }

    function _submitOne(Attempt memory a) private returns (bytes4[] memory refusals) {
        refusals = new bytes4[](1);
        refusals[0] = _refusalOf(a);
        IQuarantinePolicy.SignedReport memory r = a.report;
        bytes memory data = abi.encodeCall(
            a.policy.report, (r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z)
        );
        if (_act(a.relay, address(a.policy), data, refusals[0])) _accepted(a);
    }

    function _submitMany(Attempt[] memory attempts, IQuarantinePolicy policy, address relay)
        private
        returns (bytes4[] memory refusals)
    {
        uint256 accepted = 0;
        refusals = new bytes4[](attempts.length);
        IQuarantinePolicy.SignedReport[] memory reports = new IQuarantinePolicy.SignedReport[](attempts.length);
        for (uint256 i = 0; i < attempts.length; i++) {
            reports[i] = attempts[i].report;
            refusals[i] = _refusalOf(attempts[i]);
            if (refusals[i] == 0) {
                accepted++;
                _accepted(attempts[i]);
            } else {
                _expect(IQuarantinePolicy.ReportRefused.selector, 1);
                happened[bytes32(refusals[i])]++;
            }
        }
        vm.prank(relay);
        vm.assertEq(policy.reportBatch(reports), accepted);
        happened[bytes32("batch")]++;
    }

    /// @dev The refunds that were told are those that the model knows of, in their order, and no more money moved.
    function _checkRefunds(
        Attempt[] memory attempts,
        bytes4[] memory refusals,
        address relay,
        uint256 received
    ) private {
        Vm.Log[] memory logs = _collect();
        (uint256 next, uint256 due, uint256 total) = (0, 0, 0);
        for (uint256 i = 0; i < attempts.length; i++) {
            uint256 town = attempts[i].town;
            if (refusals[i] == 0) due++;
            bool runEnds = i + 1 == attempts.length || attempts[i + 1].town != town;
            if (!runEnds || due == 0) continue;
            uint256 places = _takePlaces(town, due);
            due = 0;
            if (places == 0 || relay == relays[3]) continue;
            uint256 amount;
            (amount, next) = _nextRefund(logs, next, town, relay);
            if (amount > places * caps[town].perReport) capsBroken++;
            vm.assertLe(amount, _left(town));
            ledgers[town].refunded += amount;
            total += amount;
            _expect(IRelayFund.RelayRefunded.selector, 1);
            happened[bytes32("refunded")]++;
        }
        vm.assertEq(received, total);
        _checkOrderOfReasons(logs, refusals);
    }

    /// @dev As many of the day's refunds as are left, where there is money for any.
    function _takePlaces(uint256 town, uint256 due) private returns (uint256 places) {
        uint256 taken = refundedOn[town][_today(town)];
        uint256 most = caps[town].reportsPerSlot;
        if (taken >= most || _left(town) == 0) {
            happened[bytes32("nothing left to refund")]++;
            return 0;
        }
        places = due < most - taken ? due : most - taken;
        refundedOn[town][_today(town)] = taken + places;
        if (fund.refundedToday(towns[town].id) > most) capsBroken++;
    }

    function _nextRefund(Vm.Log[] memory logs, uint256 start, uint256 town, address relay)
        private
        view
        returns (uint256 amount, uint256 next)
    {
        next = start;
        while (logs[next].topics[0] != IRelayFund.RelayRefunded.selector) next++;
        vm.assertEq(logs[next].topics[1], towns[town].id);
        vm.assertEq(address(uint160(uint256(logs[next].topics[2]))), relay);
        return (abi.decode(logs[next].data, (uint256)), next + 1);
    }

    /// @dev A batch says of each report that it refuses why, and of no other.
    function _checkOrderOfReasons(Vm.Log[] memory logs, bytes4[] memory refusals) private pure {
        uint256 next = 0;
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics[0] != IQuarantinePolicy.ReportRefused.selector) continue;
            (uint256 index, bytes memory reason) = abi.decode(logs[i].data, (uint256, bytes));
            while (refusals[next] == 0) next++;
            vm.assertEq(index, next);
            vm.assertEq(bytes32(bytes4(reason)), bytes32(refusals[next++]));
        }
    }

    function _mostlyInForce(uint256 seed) private view returns (IQuarantinePolicy policy) {
        uint256 town = _pick(seed, "policy") % TOWNS;
        policy = _policyIn(town, _today(town) - uint64(_pick(seed, "of slot") % 4));
        bool any = seed % 8 == 0 || address(policy) == address(0);
        if (any) policy = policies[_pick(seed, "any policy") % policies.length];
    }

    function _setPrice(uint256 seed) private {
        uint256 baseFee = _pick(seed, "fee") % 100 gwei;
        vm.fee(baseFee);
        vm.txGasPrice(baseFee + _pick(seed, "tip") % 10 gwei);
    }
}

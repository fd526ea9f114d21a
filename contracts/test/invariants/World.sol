// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {Vm, vm} from "../Vm.sol";

/// @title Two communities with all their contracts, the people in them, and a model of both that says beforehand what every
///        call must do.
abstract contract World is QuarantineTest {
    /// @dev Where a person's latest key is.
    enum Place {
        Detached,
        Queued,
        Pooled,
        Seated
    }

    struct Person {
        Gateways.Gateway gateway;
        /// @dev Every ring key it ever registered; the last one is the latest.
        RingSigner.Key[] keys;
        /// @dev Town it was last admitted to, plus one.
        uint256 home;
        uint64 expiresAt;
        bool revoked;
        Place place;
        uint256 page;
    }

    struct ModelPage {
        uint64 fromSlot;
        uint64 untilSlot;
        bool dissolving;
        uint256[] keys;
    }

    struct Term {
        uint64 fromSlot;
        IQuarantinePolicy policy;
    }

    struct Town {
        bytes32 id;
        int32 utcOffset;
        uint8 pageSize;
        uint8 minimum;
        uint256 queued;
        uint256 poolSize;
        uint64 closedIn;
        ModelPage[] pages;
        /// @dev As scheduled, one after the other.
        Term[] terms;
    }

    uint256 internal constant PEOPLE = 12;
    uint256 internal constant TOWNS = 2;
    uint64 internal constant OPEN = type(uint64).max;

    IEmergencyBoard internal board;
    IRelayFund internal fund;
    IQuarantinePolicy[3] internal policies;
    Town[TOWNS] internal towns;
    Person[PEOPLE] internal people;
    /// @dev Person plus one.
    mapping(uint256 ringX => uint256) internal ownerOf;

    /// @notice Events by their first topic: as the handler expects them, and as the contracts emit them.
    mapping(bytes32 topic => uint256) public expected;
    mapping(bytes32 topic => uint256) public emitted;
    /// @notice How often each thing that can happen did.
    mapping(bytes32 what => uint256) public happened;

    /// @notice The most reports with one tag in one scope that were accepted.
    uint256 public mostOfATag;
    mapping(bytes32 scopeAndTag => uint256) private _tags;

    /// @dev The page that serves a person in a slot, plus one: from when the slot begins.
    mapping(uint256 town => mapping(uint64 slot => mapping(uint256 person => uint256))) internal pageOf;
    mapping(uint256 town => mapping(uint64 slot => bytes32)) internal ringsOf;

    function setUp() public virtual override {
        super.setUp();
        fund = _fund();
        board = IEmergencyBoard(vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry)));
        policies = [_general(fund, 2), _strongWith(fund), _general(fund, 9)];
        _found(0, COMMUNITY, 0, 4, 2);
        _found(1, "Wuhan", 8 hours, 3, 3);
        for (uint256 i = 0; i < PEOPLE; i++) {
            people[i].gateway = Gateways.make("person", i);
        }
    }

    // Time.

    /// @dev Every slot that begins is noted with its rings, since nothing may change them from then on.
    function _advance(uint256 time) internal {
        uint64[TOWNS] memory before = [_today(0), _today(1)];
        _pass(time);
        vm.roll(vm.getBlockNumber() + 1 + time / 12);
        for (uint256 t = 0; t < TOWNS; t++) {
            for (uint64 slot = before[t] + 1; slot <= _today(t); slot++) {
                _slotBegins(t, slot);
            }
        }
    }

    function _today(uint256 town) internal view returns (uint64) {
        return uint64(_localTime(town) / DAY);
    }

    function _localTime(uint256 town) internal view returns (uint256) {
        return uint256(int256(vm.getBlockTimestamp()) + towns[town].utcOffset);
    }

    /// @dev The slot in which a house number holds no more.
    function _releaseSlot(uint256 town, uint64 expiresAt) internal view returns (uint64) {
        return uint64(uint256(int256(uint256(expiresAt)) + towns[town].utcOffset) / DAY);
    }

    function _slotBegins(uint256 town, uint64 slot) private {
        ringsOf[town][slot] = _ringsNow(town, slot);
        for (uint256 page = 0; page < towns[town].pages.length; page++) {
            if (!_serves(town, page, slot)) continue;
            uint256[] memory keys = towns[town].pages[page].keys;
            for (uint256 i = 0; i < keys.length; i++) {
                uint256 person = ownerOf[keys[i]] - 1;
                // One key a person and slot, hence one tag a scope.
                vm.assertEq(pageOf[town][slot][person], 0);
                pageOf[town][slot][person] = page + 1;
            }
        }
    }

    function _serves(uint256 town, uint256 page, uint64 slot) internal view returns (bool) {
        if (page >= towns[town].pages.length) return false;
        ModelPage storage p = towns[town].pages[page];
        return slot >= p.fromSlot && slot < p.untilSlot;
    }

    /// @dev As the registry has them, whatever the model thinks.
    function _ringsNow(uint256 town, uint64 slot) internal view returns (bytes32 digest) {
        uint256 count = registry.pageCount(towns[town].id) + 1;
        for (uint256 page = 0; page < count; page++) {
            (address ring, uint256 size, bytes32 codeHash, uint256 minimum,,) =
                registry.ringAt(towns[town].id, page, slot);
            if (ring == address(0)) continue;
            digest = keccak256(abi.encode(digest, page, ring, size, codeHash, minimum));
        }
    }

    // Calls.

    /// @dev Makes a call and checks that it ends as the model says: zero for success, else the error.
    function _act(address sender, address target, bytes memory data, bytes4 refusal) internal returns (bool) {
        return _actWith(0, sender, target, data, refusal);
    }

    function _actWith(uint256 value, address sender, address target, bytes memory data, bytes4 refusal)
        internal
        returns (bool success)
    {
        bytes memory answer;
        _collect();
        vm.prank(sender);
        (success, answer) = target.call{value: value}(data);
        // Foundry records also what a call that was undone had emitted.
        if (!success) vm.getRecordedLogs();
        vm.assertEq(bytes32(success ? bytes4(0) : bytes4(answer)), bytes32(refusal));
        happened[refusal == bytes4(0) ? bytes32("done") : bytes32(refusal)]++;
    }

    function _expect(bytes32 topic, uint256 count) internal {
        expected[topic] += count;
    }

    /// @dev Everything that was emitted since the logs were begun.
    function _collect() internal returns (Vm.Log[] memory logs) {
        logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            emitted[logs[i].topics[0]]++;
            if (logs[i].topics[0] == IQuarantinePolicy.ReportAccepted.selector) _noteTag(logs[i]);
        }
    }

    /// @dev By the events alone, without the model.
    function _noteTag(Vm.Log memory log) private {
        (uint8 kind, bytes32 tag,,) = abi.decode(log.data, (uint8, bytes32, bytes32, bool));
        uint256 count = ++_tags[keccak256(abi.encode(log.emitter, log.topics[1], log.topics[2], kind, tag))];
        if (count > mostOfATag) mostOfATag = count;
    }

    function _pick(uint256 seed, string memory what) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, what)));
    }

    function _found(uint256 town, bytes32 id, int32 utcOffset, uint8 pageSize, uint8 minimum) private asOfficer {
        registry.createCommunity(id, utcOffset, pageSize, minimum);
        Town storage t = towns[town];
        (t.id, t.utcOffset, t.pageSize, t.minimum) = (id, utcOffset, pageSize, minimum);
    }

    function _strongWith(IRelayFund fund_) private returns (IQuarantinePolicy) {
        return IQuarantinePolicy(
            vm.deployCode("StrongQuarantine.sol:StrongQuarantine", abi.encode(registry, fund_))
        );
    }
}

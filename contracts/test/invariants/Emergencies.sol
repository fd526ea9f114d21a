// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {Curve} from "../signing/Curve.sol";
import {Memberships} from "./Memberships.sol";

/// @title Emergencies are posted, published and answered, by those who may and by others.
abstract contract Emergencies is Memberships {
    address internal constant WORKER = address(0x3044E4);

    /// @dev The worker is one of town 0, at times.
    bool internal working;
    mapping(uint256 town => mapping(bytes32 hash => IEmergencyBoard.Status)) internal statusOf;

    function _hireOrDismiss() internal {
        if (working) {
            bytes memory dismissed = abi.encodeCall(registry.removeWorker, (towns[0].id, WORKER));
            _act(officer, address(registry), dismissed, 0);
            _expect(ICommunityRegistry.WorkerRemoved.selector, 1);
        } else {
            (uint256 x, uint256 y) = Curve.point(99);
            bytes memory hired =
                abi.encodeCall(registry.registerWorker, (towns[0].id, WORKER, bytes32(x), bytes32(y)));
            _act(officer, address(registry), hired, 0);
            _expect(ICommunityRegistry.WorkerRegistered.selector, 1);
        }
        working = !working;
    }

    /// @param step 0 post, 1 publish, 2 acknowledge, 3 resolve
    /// @param person PEOPLE for the worker
    function _emergency(uint256 town, uint256 person, uint256 step, uint256 which) internal {
        bytes memory ciphertext = abi.encode("emergency", which % 4);
        bytes32 hash = keccak256(ciphertext);
        bool worker = person == PEOPLE;
        bool serves = worker && working && town == 0;
        bool belongs = serves || (!worker && _isMemberNow(person, town));
        bytes4 refusal = _emergencyRefusal(statusOf[town][hash], step, belongs, serves);
        address by = worker ? WORKER : people[person].gateway.account;
        if (!_act(by, address(board), _emergencyCall(town, ciphertext, step), refusal)) return;
        statusOf[town][hash] = IEmergencyBoard.Status(step + 1);
        _expect(_emergencyEvent(step), 1);
        happened[bytes32("emergency")]++;
    }

    function _emergencyRefusal(IEmergencyBoard.Status status, uint256 step, bool belongs, bool serves)
        private
        pure
        returns (bytes4)
    {
        if (step < 2 && !belongs) return IEmergencyBoard.NotOfCommunity.selector;
        if (step >= 2 && !serves) return IEmergencyBoard.NotAWorker.selector;
        uint256 at_ = uint256(status);
        bool fits = step == 0 ? at_ == 0 : step == 1 ? at_ < 2 : step == 2 ? at_ == 1 || at_ == 2 : at_ == 3;
        return fits ? bytes4(0) : IEmergencyBoard.EmergencyNotIn.selector;
    }

    function _emergencyCall(uint256 town, bytes memory ciphertext, uint256 step) private view returns (bytes memory) {
        bytes32 id = towns[town].id;
        if (step == 0) return abi.encodeCall(board.post, (id, keccak256(ciphertext)));
        if (step == 1) return abi.encodeCall(board.publish, (id, ciphertext));
        if (step == 2) return abi.encodeCall(board.acknowledge, (id, keccak256(ciphertext)));
        return abi.encodeCall(board.resolve, (id, keccak256(ciphertext)));
    }

    function _emergencyEvent(uint256 step) private pure returns (bytes32) {
        if (step == 0) return IEmergencyBoard.EmergencyPosted.selector;
        if (step == 1) return IEmergencyBoard.EmergencyPublished.selector;
        if (step == 2) return IEmergencyBoard.EmergencyAcknowledged.selector;
        return IEmergencyBoard.EmergencyResolved.selector;
    }
}

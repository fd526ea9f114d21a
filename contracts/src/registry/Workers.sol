// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Domains} from "../libraries/Domains.sol";
import {Secp256k1} from "../libraries/Secp256k1.sol";
import {Communities} from "./Communities.sol";

/// @title Pandemic prevention workers of each community: their public keys and who is on duty.
/// @dev Being a worker of a community is a role of OpenZeppelin's access control, one for each community. The role comes
///      with a key and goes with it.
abstract contract Workers is Communities {
    struct WorkerRecord {
        bytes32 keyX;
        bytes32 keyY;
        bool onDuty;
    }

    mapping(bytes32 communityId => mapping(address worker => WorkerRecord)) private _workers;

    function registerWorker(bytes32 communityId, address worker, bytes32 keyX, bytes32 keyY) external onlyOfficer {
        _community(communityId);
        _grantRole(workerRole(communityId), worker);
        _setKey(communityId, worker, keyX, keyY);
    }

    function rotateWorkerKey(bytes32 communityId, bytes32 keyX, bytes32 keyY) external {
        _checkWorker(communityId, msg.sender);
        _setKey(communityId, msg.sender, keyX, keyY);
    }

    function setWorkerDuty(bytes32 communityId, address worker, bool onDuty) external {
        require(msg.sender == worker || isOfficer(msg.sender), NotAnOfficer(msg.sender));
        _checkWorker(communityId, worker);
        _workers[communityId][worker].onDuty = onDuty;
        emit WorkerDutyChanged(communityId, worker, onDuty);
    }

    function removeWorker(bytes32 communityId, address worker) external onlyOfficer {
        _checkWorker(communityId, worker);
        _revokeRole(workerRole(communityId), worker);
        delete _workers[communityId][worker];
        emit WorkerRemoved(communityId, worker);
    }

    function workerOf(bytes32 communityId, address worker) external view returns (Worker memory) {
        WorkerRecord memory record = _workers[communityId][worker];
        return Worker(record.keyX, record.keyY, isWorker(communityId, worker), record.onDuty);
    }

    function isWorker(bytes32 communityId, address worker) public view returns (bool) {
        return hasRole(workerRole(communityId), worker);
    }

    function workerRole(bytes32 communityId) public pure returns (bytes32) {
        return keccak256(abi.encode(Domains.WORKER_ROLE, communityId));
    }

    function _checkWorker(bytes32 communityId, address worker) private view {
        require(isWorker(communityId, worker), UnknownWorker(worker));
    }

    function _setKey(bytes32 communityId, address worker, bytes32 keyX, bytes32 keyY) private {
        require(Secp256k1.isPoint(uint256(keyX), uint256(keyY)), WorkerKeyInvalid(keyX));
        WorkerRecord storage record = _workers[communityId][worker];
        record.keyX = keyX;
        record.keyY = keyY;
        emit WorkerRegistered(communityId, worker, keyX, keyY);
    }
}

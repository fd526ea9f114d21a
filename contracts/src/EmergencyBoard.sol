// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "./interfaces/ICommunityRegistry.sol";
import {IEmergencyBoard} from "./interfaces/IEmergencyBoard.sol";

/// @title The board on which sealed emergencies are posted, published, acknowledged and resolved.
/// @dev Whoever posts pays: nothing here is refunded, so that flooding costs the flooder.
contract EmergencyBoard is IEmergencyBoard {
    /// @notice Largest ciphertext in bytes: the largest padded content, and a wrapped key for each of a hundred workers.
    uint256 public constant MAX_CIPHERTEXT = 16_384;

    ICommunityRegistry public immutable registry;
    mapping(bytes32 communityId => mapping(bytes32 emergencyHash => Status)) private _statuses;

    constructor(ICommunityRegistry registry_) {
        require(address(registry_) != address(0), ZeroAddress());
        registry = registry_;
    }

    modifier onlyCommunity(bytes32 communityId) {
        bool belongs = registry.isMember(communityId, msg.sender) || registry.isWorker(communityId, msg.sender);
        require(belongs, NotOfCommunity(msg.sender));
        _;
    }

    modifier onlyWorker(bytes32 communityId) {
        require(registry.isWorker(communityId, msg.sender), NotAWorker(msg.sender));
        _;
    }

    function post(bytes32 communityId, bytes32 emergencyHash) external onlyCommunity(communityId) {
        Status status = _statuses[communityId][emergencyHash];
        require(status == Status.Unknown, EmergencyNotIn(emergencyHash, status));
        _statuses[communityId][emergencyHash] = Status.Posted;
        emit EmergencyPosted(communityId, emergencyHash, msg.sender);
    }

    function publish(bytes32 communityId, bytes calldata ciphertext) external onlyCommunity(communityId) {
        require(
            ciphertext.length != 0 && ciphertext.length <= MAX_CIPHERTEXT,
            CiphertextSizeOutOfRange(ciphertext.length, MAX_CIPHERTEXT)
        );
        bytes32 emergencyHash = keccak256(ciphertext);
        Status status = _statuses[communityId][emergencyHash];
        require(status < Status.Published, EmergencyNotIn(emergencyHash, status));
        _statuses[communityId][emergencyHash] = Status.Published;
        emit EmergencyPublished(communityId, emergencyHash, ciphertext);
    }

    function acknowledge(bytes32 communityId, bytes32 emergencyHash) external onlyWorker(communityId) {
        Status status = _statuses[communityId][emergencyHash];
        bool waiting = status == Status.Posted || status == Status.Published;
        require(waiting, EmergencyNotIn(emergencyHash, status));
        _statuses[communityId][emergencyHash] = Status.Acknowledged;
        emit EmergencyAcknowledged(communityId, emergencyHash, msg.sender);
    }

    function resolve(bytes32 communityId, bytes32 emergencyHash) external onlyWorker(communityId) {
        Status status = _statuses[communityId][emergencyHash];
        require(status == Status.Acknowledged, EmergencyNotIn(emergencyHash, status));
        _statuses[communityId][emergencyHash] = Status.Resolved;
        emit EmergencyResolved(communityId, emergencyHash, msg.sender);
    }

    function statusOf(bytes32 communityId, bytes32 emergencyHash) external view returns (Status) {
        return _statuses[communityId][emergencyHash];
    }
}

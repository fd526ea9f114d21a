// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Sealed emergencies: their hashes, their ciphertext where nobody acknowledged in time, and what workers did.
interface IEmergencyBoard {
    /// @notice In this order; an emergency never goes back.
    enum Status {
        Unknown,
        Posted,
        Published,
        Acknowledged,
        Resolved
    }

    event EmergencyPosted(bytes32 indexed communityId, bytes32 indexed emergencyHash, address relay);
    event EmergencyPublished(bytes32 indexed communityId, bytes32 indexed emergencyHash, bytes ciphertext);
    event EmergencyAcknowledged(bytes32 indexed communityId, bytes32 indexed emergencyHash, address worker);
    event EmergencyResolved(bytes32 indexed communityId, bytes32 indexed emergencyHash, address worker);

    error NotOfCommunity(address account);
    error NotAWorker(address account);
    error CiphertextSizeOutOfRange(uint256 size, uint256 maximum);
    error EmergencyNotIn(bytes32 emergencyHash, Status status);
    error ZeroAddress();

    /// @notice Called by a relay, a member of the community, or by a worker. emergencyHash = keccak256(ciphertext).
    function post(bytes32 communityId, bytes32 emergencyHash) external;
    /// @notice Puts the ciphertext of a posted or unposted emergency on the chain; refused once published or acknowledged.
    function publish(bytes32 communityId, bytes calldata ciphertext) external;
    /// @notice Called by a worker of the community.
    function acknowledge(bytes32 communityId, bytes32 emergencyHash) external;
    /// @notice Called by a worker of the community, after an acknowledgement.
    function resolve(bytes32 communityId, bytes32 emergencyHash) external;
    function statusOf(bytes32 communityId, bytes32 emergencyHash) external view returns (Status);
}

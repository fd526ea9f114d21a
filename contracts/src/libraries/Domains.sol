// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Every domain-separation tag of the contracts, in one place.
library Domains {
    /// @dev Scope of a tag: what a member can report once in.
    bytes32 internal constant TAG = keccak256("quarantine/lsag/tag/v1");
    /// @dev Message of a ring signature.
    bytes32 internal constant MESSAGE = keccak256("quarantine/lsag/message/v1");
    /// @dev Proof that a ring key's secret is known.
    bytes32 internal constant POSSESSION = keccak256("quarantine/pop/v1");
    bytes32 internal constant OFFICER_ROLE = keccak256("quarantine/role/officer/v1");
    bytes32 internal constant WORKER_ROLE = keccak256("quarantine/role/worker/v1");
    /// @dev Role that nobody holds and nobody can be given.
    bytes32 internal constant NOBODY_ROLE = keccak256("quarantine/role/nobody/v1");
}

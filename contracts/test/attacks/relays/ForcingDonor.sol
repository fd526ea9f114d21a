// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Leaves its money to somebody who never asked for it: no code of the heir runs (EIP-6780, in the creating transaction).
contract ForcingDonor {
    constructor(address heir) payable {
        // SELFDESTRUCT, which the compiler warns of.
        bytes memory code = abi.encodePacked(hex"73", heir, hex"ff");
        assembly ("memory-safe") {
            return(add(code, 32), mload(code))
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContractRelay} from "./ContractRelay.sol";

/// @title Takes the money and answers with as much data as its gas makes, for the payer to copy; or refuses it so.
contract BombingRelay is ContractRelay {
    uint256 private constant ANSWER = 32 * 1_000;

    bool private immutable _refuses;

    constructor(bool refuses) {
        _refuses = refuses;
    }

    receive() external payable override {
        bool refuses = _refuses;
        assembly ("memory-safe") {
            if refuses { revert(0, ANSWER) }
            return(0, ANSWER)
        }
    }
}

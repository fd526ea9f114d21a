// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContractRelay} from "./ContractRelay.sol";

/// @title Burns whatever gas it is given with the money.
contract BurningRelay is ContractRelay {
    receive() external payable override {
        while (true) {}
    }
}

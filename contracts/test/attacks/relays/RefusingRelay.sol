// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContractRelay} from "./ContractRelay.sol";

/// @title Will not take money.
contract RefusingRelay is ContractRelay {
    receive() external payable override {
        revert("no");
    }
}

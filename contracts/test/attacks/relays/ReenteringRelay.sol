// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ContractRelay} from "./ContractRelay.sol";

/// @title Calls somebody, with whatever gas it is given, whenever it is sent money.
contract ReenteringRelay is ContractRelay {
    address private _target;
    bytes private _data;
    /// @dev Transient, since a refund's gas does not pay for a write to storage.
    uint256 public transient attempts;
    uint256 public transient successes;

    function arm(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    /// @dev In the name of this contract.
    function act(address target, bytes calldata data) external returns (bool success) {
        (success,) = target.call(data);
    }

    receive() external payable override {
        attempts++;
        (bool success,) = _target.call(_data);
        if (success) successes++;
    }
}

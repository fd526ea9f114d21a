// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {RingSigner} from "./RingSigner.sol";

/// @title Rings of keys whose secrets the tests know.
library Rings {
    /// @return keys in no particular order
    /// @return ring their x, ascending
    function make(uint256 seed, uint256 size) internal returns (RingSigner.Key[] memory keys, uint256[] memory ring) {
        keys = new RingSigner.Key[](size);
        ring = new uint256[](size);
        for (uint256 i = 0; i < size; i++) {
            keys[i] = RingSigner.keyOf(uint256(keccak256(abi.encode(seed, i))) >> 1);
            ring[i] = keys[i].x;
        }
        Arrays.sort(ring);
    }
}

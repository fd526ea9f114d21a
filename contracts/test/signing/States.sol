// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Packs interval summaries.
library States {
    function pack(uint16 trips, uint16 minutesOutside, uint16 longestTripMinutes, uint16 visits)
        internal
        pure
        returns (bytes32)
    {
        return bytes32(
            uint256(1) << 248 | uint256(trips) << 224 | uint256(minutesOutside) << 208
                | uint256(longestTripMinutes) << 192 | uint256(visits) << 176
        );
    }
}

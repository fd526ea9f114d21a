// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Slots: local days, counted from 1 January 1970 in a community's local time.
library LocalDays {
    uint256 internal constant DAY = 1 days;

    /// @notice Seconds of local time at the current block.
    /// @param utcOffset seconds that local time is ahead of UTC
    function localTime(int256 utcOffset) internal view returns (uint256) {
        // A block's time and an offset of hours are far from the ends of the range.
        unchecked {
            return uint256(int256(block.timestamp) + utcOffset);
        }
    }

    /// @notice The slot that the current block falls in.
    function today(int256 utcOffset) internal view returns (uint64) {
        return uint64(localTime(utcOffset) / DAY);
    }

    /// @notice The slot that begins at, or contains, a Unix time.
    function slotOf(uint64 time, int256 utcOffset) internal pure returns (uint64) {
        return uint64(uint256(int256(uint256(time)) + utcOffset) / DAY);
    }

    /// @notice Whether a Unix time is the border between two local days.
    function isBorder(uint64 time, int256 utcOffset) internal pure returns (bool) {
        return uint256(int256(uint256(time)) + utcOffset) % DAY == 0;
    }
}

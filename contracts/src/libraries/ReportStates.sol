// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The packed interval summary, from the left and big-endian: version u8 = 1, flags u8, trips u16, minutesOutside u16,
///        longestTripMinutes u16, visits u16, unknownMinutes u16, and 20 zero bytes.
library ReportStates {
    uint256 private constant VERSION = 1;
    /// @dev Bit 0 tampered, 1 sensorFault, 2 powerFault.
    uint256 private constant KNOWN_FLAGS = 7;

    /// @notice Whether version, flags and fill are as specified. The fill would else be a hidden channel, or a fingerprint.
    function isWellFormed(bytes32 state) internal pure returns (bool) {
        uint256 word = uint256(state);
        return word >> 248 == VERSION && (word >> 240) & 0xff <= KNOWN_FLAGS && word & type(uint160).max == 0;
    }

    function trips(bytes32 state) internal pure returns (uint16) {
        return uint16(uint256(state) >> 224);
    }

    function minutesOutside(bytes32 state) internal pure returns (uint16) {
        return uint16(uint256(state) >> 208);
    }

    function longestTripMinutes(bytes32 state) internal pure returns (uint16) {
        return uint16(uint256(state) >> 192);
    }

    function visits(bytes32 state) internal pure returns (uint16) {
        return uint16(uint256(state) >> 176);
    }
}

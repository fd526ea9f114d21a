// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Ring pages kept as contract code `00 || P_0.x || ... || P_{n-1}.x`.
/// @dev The leading zero is STOP: the code can be read but never run, so it can neither change nor be removed.
library KeyPages {
    /// @dev A ring has at most 64 keys.
    uint256 internal constant MAX_KEYS = 64;

    error PageNotWritten();

    /// @param keys 1 to 64 keys in the page's order
    function write(uint256[] memory keys) internal returns (address page) {
        bytes memory data = abi.encodePacked(keys);
        // PUSH2 size DUP1 PUSH1 10 RETURNDATASIZE CODECOPY RETURNDATASIZE RETURN, then the code itself.
        bytes memory creation =
            abi.encodePacked(hex"61", uint16(data.length + 1), hex"80600a3d393df300", data);
        assembly ("memory-safe") {
            page := create(0, add(creation, 32), mload(creation))
        }
        require(page != address(0), PageNotWritten());
    }

    /// @notice The keys of a page that `write` made.
    function read(address page) internal view returns (uint256[] memory keys) {
        uint256 count = page.code.length / 32;
        keys = new uint256[](count);
        assembly ("memory-safe") {
            extcodecopy(page, add(keys, 32), 1, mul(count, 32))
        }
    }
}

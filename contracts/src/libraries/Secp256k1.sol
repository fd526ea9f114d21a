// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Constants of the curve y^2 = x^3 + 7 (SEC 2, version 2.0, section 2.4.1).
library Secp256k1 {
    /// @dev Order of the group.
    uint256 internal constant N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    /// @dev Size of the field.
    uint256 internal constant P = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F;
    /// @dev x coordinate of the generator.
    uint256 internal constant GX = 0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798;

    /// @notice Whether (x, y) is an affine point of the curve with canonical coordinates.
    function isPoint(uint256 x, uint256 y) internal pure returns (bool) {
        return x < P && y < P && mulmod(y, y, P) == addmod(mulmod(mulmod(x, x, P), x, P), 7, P);
    }
}

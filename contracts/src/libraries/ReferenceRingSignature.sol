// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {KeyPages} from "./KeyPages.sol";
import {Secp256k1} from "./Secp256k1.sol";

/// @title The ring signature's verification, written to be read. Not deployed: `RingSignature` is held equal to it by test.
library ReferenceRingSignature {
    /// @notice Whether (c0, z) is a signature on `message` by a member of the ring, whose tag in scope `eps` is (tagX, parity).
    function verify(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) internal view returns (bool) {
        uint256[] memory keys = KeyPages.read(ring);
        if (keys.length == 0 || keys.length > KeyPages.MAX_KEYS || keys.length != z.length) return false;
        if (tagX == 0 || tagX >= Secp256k1.N || tagParity > 1) return false;
        uint256 c = c0;
        for (uint256 i = 0; i < keys.length; i++) {
            if (c == 0 || c >= Secp256k1.N || z[i] == 0 || z[i] >= Secp256k1.N) return false;
            address a = linkToKey(keys[i], eps, c, z[i]);
            address b = linkToTag(tagX, tagParity, c, z[i]);
            if (a == address(0) || b == address(0)) return false;
            c = uint256(keccak256(abi.encodePacked(message, a, b)));
        }
        return c == c0;
    }

    /// @dev A_i = ecr(z_i eps - c_i, 27, P_i.x, N - z_i): the point (c_i G - z_i (P_i + eps G)) / P_i.x.
    function linkToKey(uint256 key, uint256 eps, uint256 c, uint256 z) private pure returns (address) {
        uint256 h = addmod(mulmod(z, eps, Secp256k1.N), Secp256k1.N - c, Secp256k1.N);
        return ecrecover(bytes32(h), 27, bytes32(key), bytes32(Secp256k1.N - z));
    }

    /// @dev B_i = ecr(z_i, 27 + parity, T.x, c_i): the point (c_i T - z_i G) / T.x.
    function linkToTag(uint256 tagX, uint8 tagParity, uint256 c, uint256 z) private pure returns (address) {
        return ecrecover(bytes32(z), 27 + tagParity, bytes32(tagX), bytes32(c));
    }
}

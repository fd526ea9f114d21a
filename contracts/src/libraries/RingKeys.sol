// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Domains} from "./Domains.sol";
import {Secp256k1} from "./Secp256k1.sol";

/// @title Rules that a ring key keeps before it may stand in a ring.
/// @dev A ring key is the x coordinate of the point P with even y.
library RingKeys {
    /// @notice The Ethereum address of the point with this x and even (v 27) or odd (v 28) y; zero for an x out of range
    ///         or off the curve, which would otherwise make every later recovery with that key fail.
    function addressOf(bytes32 x, uint8 v) internal pure returns (address) {
        if (uint256(x) == 0 || uint256(x) >= Secp256k1.N) return address(0);
        return ecrecover(0, v, x, x);
    }

    /// @notice Whether R = sG - eP has the address `commitment`, with e = keccak256(POSSESSION || digest || commitment).
    /// @param digest EIP-712 digest of the KeyRegistration, so that a proof serves one gateway on one chain only
    function provesPossession(bytes32 digest, bytes32 x, address commitment, uint256 response)
        internal
        pure
        returns (bool)
    {
        if (commitment == address(0) || response == 0 || response >= Secp256k1.N) return false;
        uint256 e = uint256(keccak256(abi.encodePacked(Domains.POSSESSION, digest, commitment))) % Secp256k1.N;
        uint256 ex = mulmod(e, uint256(x), Secp256k1.N);
        if (ex == 0) return false;
        uint256 h = Secp256k1.N - mulmod(response, uint256(x), Secp256k1.N);
        return ecrecover(bytes32(h), 27, x, bytes32(Secp256k1.N - ex)) == commitment;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Secp256k1} from "./Secp256k1.sol";

/// @title Checks at deployment that this chain's ecrecover (precompile 1) answers the edge cases as Ethereum's does.
/// @dev Some implementations refuse a high s or a zero hash, or answer bad input with a zero word instead of nothing.
library PrecompileSelfTest {
    error PrecompileDiffers(uint256 testCase);

    bytes32 private constant GX = bytes32(Secp256k1.GX);
    /// @dev Addresses of the points G and 2G.
    address private constant ADDRESS_OF_G = 0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf;
    address private constant ADDRESS_OF_2G = 0x2B5AD5c4795c026514f8317c7a215E218DcCD6cF;

    function check() internal view {
        uint256 gx = Secp256k1.GX;
        uint256 n = Secp256k1.N;
        // gx^-1 (gx G - 0 G) = G: hash zero.
        _expect(1, 0, gx, gx, ADDRESS_OF_G);
        // gx^-1 (gx G + gx G) = 2G, once more with h reduced.
        _expect(2, n - gx, gx, gx, ADDRESS_OF_2G);
        // s = N - gx, h = -2 gx: gx^-1 (-gx G + 2 gx G) = G. One of s = gx and s = N - gx is high.
        _expect(3, n - mulmod(2, gx, n), gx, n - gx, ADDRESS_OF_G);
        // h = gx, s = gx: the point at infinity.
        _expectNothing(4, gx, gx, gx);
        _expectNothing(5, 1, gx, 0);
        _expectNothing(6, 1, gx, n);
        _expectNothing(7, 1, 0, gx);
        _expectNothing(8, 1, n, gx);
        // No point of the curve has x = 5.
        _expectNothing(9, 1, 5, gx);
    }

    function _expect(uint256 testCase, uint256 h, uint256 r, uint256 s, address expected) private view {
        (uint256 size, address recovered) = _recover(h, r, s);
        require(size == 32 && recovered == expected, PrecompileDiffers(testCase));
    }

    function _expectNothing(uint256 testCase, uint256 h, uint256 r, uint256 s) private view {
        (uint256 size,) = _recover(h, r, s);
        require(size == 0, PrecompileDiffers(testCase));
    }

    function _recover(uint256 h, uint256 r, uint256 s) private view returns (uint256 size, address recovered) {
        (bool success, bytes memory output) = address(1).staticcall(abi.encode(h, 27, r, s));
        size = success ? output.length : type(uint256).max;
        if (size == 32) recovered = abi.decode(output, (address));
    }
}

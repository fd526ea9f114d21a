// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Domains} from "../../src/libraries/Domains.sol";
import {Curve} from "./Curve.sol";
import {vm} from "../Vm.sol";

/// @title Signs ring signatures and possession proofs with secrets of tests. Deterministic, not constant-time.
library RingSigner {
    uint256 private constant N = Curve.N;

    /// @dev secret is that of the point with even y.
    struct Key {
        uint256 secret;
        uint256 x;
    }

    struct Tag {
        uint256 secret;
        uint256 x;
        uint8 parity;
    }

    function keyOf(uint256 secret) internal returns (Key memory) {
        (uint256 x, uint256 y) = Curve.point(secret);
        return Key(y % 2 == 0 ? secret : N - secret, x);
    }

    function tagOf(Key memory key, uint256 eps) internal returns (Tag memory) {
        uint256 secret = Curve.invert(addmod(key.secret, eps, N));
        (uint256 x, uint256 y) = Curve.point(secret);
        return Tag(secret, x, uint8(y % 2));
    }

    function sign(bytes32 message, uint256 eps, uint256[] memory ring, Key memory key, Tag memory tag)
        internal
        view
        returns (uint256 c0, uint256[] memory z)
    {
        return _sign(message, eps, ring, key, tag, false);
    }

    /// @notice As `sign`, with 1 for every response but the own: a signature of cheap calldata.
    function signSparsely(bytes32 message, uint256 eps, uint256[] memory ring, Key memory key, Tag memory tag)
        internal
        view
        returns (uint256 c0, uint256[] memory z)
    {
        return _sign(message, eps, ring, key, tag, true);
    }

    function _sign(
        bytes32 message,
        uint256 eps,
        uint256[] memory ring,
        Key memory key,
        Tag memory tag,
        bool sparsely
    ) private view returns (uint256 c0, uint256[] memory z) {
        uint256 signer = positionOf(ring, key.x);
        uint256 beta = Curve.toSecret(uint256(keccak256(abi.encode("beta", message, key.secret))));
        z = new uint256[](ring.length);
        uint256 c = challenge(
            message,
            vm.addr(mulmod(beta, Curve.invert(key.x), N)),
            vm.addr(mulmod(mulmod(beta, tag.secret, N), Curve.invert(tag.x), N))
        );
        for (uint256 step = 1; step < ring.length; step++) {
            uint256 i = (signer + step) % ring.length;
            if (i == 0) c0 = c;
            z[i] = sparsely ? 1 : Curve.toSecret(uint256(keccak256(abi.encode("z", message, key.secret, i))));
            c = challenge(message, linkToKey(ring[i], eps, c, z[i]), linkToTag(tag, c, z[i]));
        }
        if (signer == 0) c0 = c;
        z[signer] = mulmod(addmod(c, N - beta, N), tag.secret, N);
    }

    /// @return commitment address of R = kG
    /// @return response k + e x
    function provePossession(bytes32 digest, Key memory key)
        internal
        pure
        returns (address commitment, uint256 response)
    {
        uint256 k = Curve.toSecret(uint256(keccak256(abi.encode("k", digest, key.secret))));
        commitment = vm.addr(k);
        uint256 e = uint256(keccak256(abi.encodePacked(Domains.POSSESSION, digest, commitment))) % N;
        response = addmod(k, mulmod(e, key.secret, N), N);
    }

    function linkToKey(uint256 x, uint256 eps, uint256 c, uint256 z) private pure returns (address) {
        return ecrecover(bytes32(addmod(mulmod(z, eps, N), N - c, N)), 27, bytes32(x), bytes32(N - z));
    }

    function linkToTag(Tag memory tag, uint256 c, uint256 z) private pure returns (address) {
        return ecrecover(bytes32(z), 27 + tag.parity, bytes32(tag.x), bytes32(c));
    }

    function challenge(bytes32 message, address a, address b) private pure returns (uint256) {
        return uint256(keccak256(abi.encodePacked(message, a, b)));
    }

    function positionOf(uint256[] memory ring, uint256 x) private pure returns (uint256) {
        for (uint256 i = 0; i < ring.length; i++) {
            if (ring[i] == x) return i;
        }
        revert("the signer is not in the ring");
    }
}

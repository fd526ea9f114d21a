// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {RingKeys} from "../../src/libraries/RingKeys.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {Curve} from "../signing/Curve.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {vm} from "../Vm.sol";

contract RingKeysTest {
    uint256 private constant N = Secp256k1.N;

    function testFuzz_AddressOf_KeyOfSecret_IsThatOfThePoint(uint256 seed) external {
        uint256 secret = Curve.toSecret(seed);
        (uint256 x, uint256 y) = Curve.point(secret);
        vm.assertEq(RingKeys.addressOf(bytes32(x), y % 2 == 0 ? 27 : 28), vm.addr(secret));
        vm.assertEq(RingKeys.addressOf(bytes32(x), y % 2 == 0 ? 28 : 27), vm.addr(N - secret));
    }

    /// @dev x^3 + 7 must be a square: Euler's criterion, by the precompile of EIP-198.
    function testFuzz_AddressOf_AnyX_ZeroExactlyOffCurve(uint256 x) external view {
        x = x % N;
        uint256 square = addmod(mulmod(mulmod(x, x, Secp256k1.P), x, Secp256k1.P), 7, Secp256k1.P);
        (, bytes memory legendre) =
            address(5).staticcall(abi.encode(32, 32, 32, square, (Secp256k1.P - 1) / 2, Secp256k1.P));
        bool onCurve = x != 0 && abi.decode(legendre, (uint256)) == 1;
        vm.assertEq(RingKeys.addressOf(bytes32(x), 27) != address(0), onCurve);
    }

    function test_AddressOf_OutOfRange_Zero() external pure {
        vm.assertEq(RingKeys.addressOf(0, 27), address(0));
        vm.assertEq(RingKeys.addressOf(bytes32(N), 27), address(0));
        vm.assertEq(RingKeys.addressOf(bytes32(N + 1), 27), address(0));
        vm.assertEq(RingKeys.addressOf(bytes32(type(uint256).max), 27), address(0));
    }

    function testFuzz_ProvesPossession_HonestProof_HoldsForItsDigestAlone(
        uint256 seed,
        bytes32 digest,
        bytes32 otherDigest
    ) external {
        vm.assume(digest != otherDigest);
        RingSigner.Key memory key = RingSigner.keyOf(Curve.toSecret(seed));
        (address commitment, uint256 response) = RingSigner.provePossession(digest, key);
        vm.assertTrue(RingKeys.provesPossession(digest, bytes32(key.x), commitment, response));
        vm.assertFalse(RingKeys.provesPossession(otherDigest, bytes32(key.x), commitment, response));
    }

    function test_ProvesPossession_OutOfRangeOrZero_Fails() external {
        RingSigner.Key memory key = RingSigner.keyOf(11);
        (address commitment, uint256 response) = RingSigner.provePossession("digest", key);
        bytes32 x = bytes32(key.x);
        vm.assertFalse(RingKeys.provesPossession("digest", x, address(0), response));
        vm.assertFalse(RingKeys.provesPossession("digest", x, commitment, 0));
        vm.assertFalse(RingKeys.provesPossession("digest", x, commitment, N));
        vm.assertFalse(RingKeys.provesPossession("digest", x, commitment, type(uint256).max));
    }

    /// @dev A key made from others' keys has no known secret: R = sG - eP needs it.
    function test_ProvesPossession_KeyWithoutSecret_FailsForAnyGuess() external {
        (uint256 x,) = Curve.point(12345);
        for (uint256 guess = 1; guess < 64; guess++) {
            (address commitment, uint256 response) =
                RingSigner.provePossession("digest", RingSigner.Key(guess, x));
            vm.assertFalse(RingKeys.provesPossession("digest", bytes32(x), commitment, response));
        }
    }
}

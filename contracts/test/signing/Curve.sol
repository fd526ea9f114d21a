// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {Vm, vm} from "../Vm.sol";

/// @title Scalars and points for the test signer.
library Curve {
    uint256 internal constant N = Secp256k1.N;

    function toSecret(uint256 seed) internal pure returns (uint256) {
        return seed % (N - 1) + 1;
    }

    function secretOf(string memory label, uint256 index) internal pure returns (uint256) {
        return toSecret(uint256(keccak256(abi.encode(label, index))));
    }

    function invert(uint256 a) internal view returns (uint256) {
        // a^(N-2) modulo N, by the precompile of EIP-198.
        (, bytes memory inverse) = address(5).staticcall(abi.encode(32, 32, 32, a, N - 2, N));
        return abi.decode(inverse, (uint256));
    }

    function point(uint256 secret) internal returns (uint256 x, uint256 y) {
        Vm.Wallet memory wallet = vm.createWallet(secret);
        return (wallet.publicKeyX, wallet.publicKeyY);
    }
}

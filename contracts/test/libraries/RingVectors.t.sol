// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Domains} from "../../src/libraries/Domains.sol";
import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {RingKeys} from "../../src/libraries/RingKeys.sol";
import {vm} from "../Vm.sol";
import {RingVerifiers} from "./RingVerifiers.sol";

/// @notice The fixed vectors that C#, Solidity and JavaScript share.
contract RingVectorsTest {
    RingVerifiers private verifiers = new RingVerifiers();

    /// @dev tests/vectors/ring-core.json: its own domains, hexadecimal without 0x, integers as ids.
    function test_RingCore_EveryVector_VerifiesWithItsTranscript() external {
        string memory json = vm.readFile("../tests/vectors/ring-core.json");
        bytes32 tagDomain = _hex(json, ".tagDomain");
        bytes32 messageDomain = _hex(json, ".msgDomain");
        uint256 count = 0;
        for (string memory path = _pathOf(count); vm.keyExistsJson(json, path); path = _pathOf(++count)) {
            _checkCore(json, path, tagDomain, messageDomain);
        }
        vm.assertEq(count, 3);
    }

    /// @dev tests/vectors/lsag.json: the system's own domains.
    function test_Lsag_EveryVector_VerifiesWithItsTranscript() external {
        string memory json = vm.readFile("../tests/vectors/lsag.json");
        vm.assertEq(vm.parseJsonBytes32(json, ".tagDomain"), Domains.TAG);
        vm.assertEq(vm.parseJsonBytes32(json, ".messageDomain"), Domains.MESSAGE);
        uint256 count = 0;
        for (string memory path = _pathOf(count); vm.keyExistsJson(json, path); path = _pathOf(++count)) {
            _checkLsag(json, path);
        }
        vm.assertEq(count, 12);
    }

    /// @dev tests/vectors/possession.json: each proof holds for its own digest and key, and no other.
    function test_Possession_EveryVector_HoldsForItsDigestAlone() external view {
        string memory json = vm.readFile("../tests/vectors/possession.json");
        vm.assertEq(vm.parseJsonBytes32(json, ".possessionDomain"), Domains.POSSESSION);
        uint256 count = 0;
        for (string memory path = _pathOf(count); vm.keyExistsJson(json, path); path = _pathOf(++count)) {
            bytes32 digest = vm.parseJsonBytes32(json, string.concat(path, ".k"));
            bytes32 ringX = vm.parseJsonBytes32(json, string.concat(path, ".ringX"));
            address commitment = vm.parseJsonAddress(json, string.concat(path, ".commitment"));
            uint256 response = uint256(vm.parseJsonBytes32(json, string.concat(path, ".response")));
            vm.assertTrue(RingKeys.provesPossession(digest, ringX, commitment, response));
            vm.assertFalse(RingKeys.provesPossession(~digest, ringX, commitment, response));
            vm.assertFalse(RingKeys.provesPossession(digest, ringX, address(~uint160(commitment)), response));
            vm.assertFalse(RingKeys.provesPossession(digest, ringX, commitment, response ^ 1));
        }
        vm.assertEq(count, 16);
    }

    function _checkCore(string memory json, string memory path, bytes32 tagDomain, bytes32 messageDomain) private {
        vm.chainId(11155111);
        address policy = address(bytes20(hex"1111111111111111111111111111111111111111"));
        address relay = address(bytes20(hex"2222222222222222222222222222222222222222"));
        uint64 slot = uint64(vm.parseJsonUint(json, string.concat(path, ".slot")));
        uint256 eps = uint256(_hex(json, string.concat(path, ".eps")));
        vm.assertEq(verifiers.scopeOf(tagDomain, policy, bytes32(uint256(7)), 1, slot), eps);

        address ring = KeyPages.write(_hexArray(json, string.concat(path, ".ring")));
        vm.assertEq(ring.codehash, _hex(json, string.concat(path, ".codehash")));
        uint256 tagX = uint256(_hex(json, string.concat(path, ".Tx")));
        uint8 parity = uint8(vm.parseJsonUint(json, string.concat(path, ".par")));
        bytes32 message = _hex(json, string.concat(path, ".M"));
        bytes32 state = _hex(json, string.concat(path, ".state"));
        vm.assertEq(
            verifiers.messageOf(
                messageDomain, policy, bytes32(uint256(7)), ring.codehash, 1, slot, state, relay, tagX, parity
            ),
            message
        );
        uint256 c0 = uint256(_hex(json, string.concat(path, ".c0")));
        uint256[] memory z = _hexArray(json, string.concat(path, ".z"));
        _checkSignature(message, eps, ring, c0, tagX, parity, z);
    }

    function _checkLsag(string memory json, string memory path) private {
        vm.chainId(vm.parseJsonUint(json, string.concat(path, ".chainId")));
        uint256 eps = uint256(vm.parseJsonBytes32(json, string.concat(path, ".eps")));
        vm.assertEq(_scope(json, path), eps);
        address ring = KeyPages.write(_words(json, string.concat(path, ".ring")));
        vm.assertEq(ring.codehash, vm.parseJsonBytes32(json, string.concat(path, ".ringCodeHash")));
        uint256 tagX = uint256(vm.parseJsonBytes32(json, string.concat(path, ".tagX")));
        uint8 parity = uint8(vm.parseJsonUint(json, string.concat(path, ".tagParity")));
        bytes32 message = vm.parseJsonBytes32(json, string.concat(path, ".message"));
        vm.assertEq(_message(json, path, ring.codehash, tagX, parity), message);
        uint256 c0 = uint256(vm.parseJsonBytes32(json, string.concat(path, ".c0")));
        _checkSignature(message, eps, ring, c0, tagX, parity, _words(json, string.concat(path, ".z")));
    }

    function _scope(string memory json, string memory path) private view returns (uint256) {
        return verifiers.scopeOf(
            Domains.TAG,
            vm.parseJsonAddress(json, string.concat(path, ".contract")),
            vm.parseJsonBytes32(json, string.concat(path, ".communityId")),
            uint8(vm.parseJsonUint(json, string.concat(path, ".kind"))),
            uint64(vm.parseJsonUint(json, string.concat(path, ".slot")))
        );
    }

    function _message(string memory json, string memory path, bytes32 codeHash, uint256 tagX, uint8 parity)
        private
        view
        returns (bytes32)
    {
        return verifiers.messageOf(
            Domains.MESSAGE,
            vm.parseJsonAddress(json, string.concat(path, ".contract")),
            vm.parseJsonBytes32(json, string.concat(path, ".communityId")),
            codeHash,
            uint8(vm.parseJsonUint(json, string.concat(path, ".kind"))),
            uint64(vm.parseJsonUint(json, string.concat(path, ".slot"))),
            vm.parseJsonBytes32(json, string.concat(path, ".state")),
            vm.parseJsonAddress(json, string.concat(path, ".relay")),
            tagX,
            parity
        );
    }

    /// @dev Both verifiers accept it, and neither does with a bit of any part changed.
    function _checkSignature(
        bytes32 message,
        uint256 eps,
        address ring,
        uint256 c0,
        uint256 tagX,
        uint8 parity,
        uint256[] memory z
    ) private view {
        vm.assertTrue(verifiers.fast(message, eps, ring, c0, tagX, parity, z));
        vm.assertTrue(verifiers.plain(message, eps, ring, c0, tagX, parity, z));
        vm.assertFalse(verifiers.fast(message ^ bytes32(uint256(1)), eps, ring, c0, tagX, parity, z));
        vm.assertFalse(verifiers.fast(message, eps ^ 1, ring, c0, tagX, parity, z));
        vm.assertFalse(verifiers.fast(message, eps, ring, c0 ^ 1, tagX, parity, z));
        vm.assertFalse(verifiers.fast(message, eps, ring, c0, tagX ^ 1, parity, z));
        vm.assertFalse(verifiers.fast(message, eps, ring, c0, tagX, parity ^ 1, z));
        for (uint256 i = 0; i < z.length; i++) {
            z[i] ^= 1;
            vm.assertFalse(verifiers.fast(message, eps, ring, c0, tagX, parity, z));
            z[i] ^= 1;
        }
    }

    function _pathOf(uint256 index) private pure returns (string memory) {
        return string.concat(".vectors[", vm.toString(index), "]");
    }

    function _hex(string memory json, string memory key) private pure returns (bytes32) {
        return vm.parseBytes32(string.concat("0x", vm.parseJsonString(json, key)));
    }

    function _hexArray(string memory json, string memory key) private pure returns (uint256[] memory values) {
        string[] memory words = vm.parseJsonStringArray(json, key);
        values = new uint256[](words.length);
        for (uint256 i = 0; i < words.length; i++) {
            values[i] = uint256(vm.parseBytes32(string.concat("0x", words[i])));
        }
    }

    function _words(string memory json, string memory key) private pure returns (uint256[] memory values) {
        bytes32[] memory words = vm.parseJsonBytes32Array(json, key);
        assembly ("memory-safe") {
            values := words
        }
    }
}

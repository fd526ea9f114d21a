// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {Rings} from "../signing/Rings.sol";
import {vm} from "../Vm.sol";
import {RingVerifiers} from "./RingVerifiers.sol";

/// @notice The fast verifier and the plain one accept the same signatures, and reject everything else.
contract RingSignatureTest {
    struct Signature {
        bytes32 message;
        uint256 eps;
        address ring;
        uint256 c0;
        uint256 tagX;
        uint8 tagParity;
        uint256[] z;
    }

    uint256 private constant N = Secp256k1.N;

    RingVerifiers private verifiers = new RingVerifiers();

    /// @dev 10,000 signatures in rings of 1 to 4.
    function testFuzz_Verify_HonestSignature_Accepted(uint256 seed, uint256 eps, bytes32 message) external {
        Signature memory s = _sign(seed, 1 + seed % 4, eps % N, message);
        vm.assertTrue(_both(s));
    }

    /// @dev 10,000 signatures, each with one field changed to anything else.
    function testFuzz_Verify_AnyFieldChanged_Rejected(uint256 seed, uint8 field, uint256 value) external {
        Signature memory s = _sign(seed, 1 + seed % 3, uint256(keccak256(abi.encode(seed))) % N, bytes32(seed));
        bytes32 before = keccak256(abi.encode(s));
        _change(s, field, value);
        vm.assume(keccak256(abi.encode(s)) != before);
        vm.assertFalse(_both(s));
    }

    /// @dev 10,000 inputs that nobody signed, over a ring of keys that are often no keys at all.
    function testFuzz_Verify_Garbage_BothRejectAlike(Signature memory s, uint256[4] memory keys, uint256 size)
        external
    {
        size = size % 5;
        uint256[] memory ring = new uint256[](size);
        for (uint256 i = 0; i < size; i++) {
            ring[i] = keys[i];
        }
        s.ring = size == 0 ? address(0) : KeyPages.write(ring);
        vm.assertFalse(_both(s));
    }

    function test_Verify_LargestRing_Accepted() external {
        vm.assertTrue(_both(_sign(7, 64, 11, "largest")));
    }

    function test_Verify_SixtyFiveKeys_Rejected() external {
        vm.assertFalse(_both(_sign(7, 65, 11, "too large")));
    }

    /// @dev The bounds themselves, and values that equal the right one modulo N.
    function test_Verify_ScalarOutOfRange_Rejected() external {
        for (uint256 field = 0; field < 3; field++) {
            Signature memory s = _sign(5, 3, 9, "range");
            uint256[5] memory values = [uint256(0), N, N + 1, type(uint256).max, 0];
            uint256 right = field == 0 ? s.c0 : field == 1 ? s.tagX : s.z[1];
            if (right <= type(uint256).max - N) values[4] = right + N;
            for (uint256 i = 0; i < values.length; i++) {
                s = _sign(5, 3, 9, "range");
                _set(s, field, values[i]);
                vm.assertFalse(_both(s));
            }
        }
    }

    function test_Verify_ParityNotZeroOrOne_Rejected() external {
        Signature memory s = _sign(5, 3, 9, "parity");
        s.tagParity = 2;
        vm.assertFalse(_both(s));
        s.tagParity = 255;
        vm.assertFalse(_both(s));
    }

    /// @dev A relay that sends too little gas must not be able to have a good signature recorded as a bad one.
    function test_Verify_TooLittleGas_RevertsInsteadOfRejecting() external {
        Signature memory s = _sign(5, 8, 9, "gas");
        uint256 accepted = 0;
        for (uint256 gas = 20_000; gas < 80_000; gas += 500) {
            try verifiers.fast{gas: gas}(s.message, s.eps, s.ring, s.c0, s.tagX, s.tagParity, s.z) returns (
                bool valid
            ) {
                vm.assertTrue(valid);
                accepted++;
            } catch {}
        }
        vm.assertGe(accepted, 1);
    }

    function test_Verify_MemoryOfCaller_Untouched() external {
        Signature memory s = _sign(5, 16, 9, "memory");
        vm.assertTrue(verifiers.fastKeepsMemory(s.message, s.eps, s.ring, s.c0, s.tagX, s.tagParity, s.z));
        s.z[3] ^= 1;
        vm.assertTrue(verifiers.fastKeepsMemory(s.message, s.eps, s.ring, s.c0, s.tagX, s.tagParity, s.z));
    }

    function test_Tag_SameScope_Equal_OtherScope_Different() external {
        RingSigner.Key memory key = RingSigner.keyOf(77);
        RingSigner.Tag memory one = RingSigner.tagOf(key, 5);
        vm.assertEq(one.x, RingSigner.tagOf(key, 5).x);
        vm.assertFalse(one.x == RingSigner.tagOf(key, 6).x);
        vm.assertFalse(one.x == RingSigner.tagOf(RingSigner.keyOf(78), 5).x);
    }

    function _sign(uint256 seed, uint256 size, uint256 eps, bytes32 message)
        private
        returns (Signature memory)
    {
        (RingSigner.Key[] memory keys, uint256[] memory ring) = Rings.make(seed, size);
        RingSigner.Key memory key = keys[seed % size];
        RingSigner.Tag memory tag = RingSigner.tagOf(key, eps);
        (uint256 c0, uint256[] memory z) = RingSigner.sign(message, eps, ring, key, tag);
        return Signature(message, eps, KeyPages.write(ring), c0, tag.x, tag.parity, z);
    }

    function _change(Signature memory s, uint8 field, uint256 value) private {
        field %= 8;
        if (field == 0) s.message = bytes32(value);
        else if (field == 1) s.eps = value;
        else if (field == 2) s.c0 = value;
        else if (field == 3) s.tagX = value;
        else if (field == 4) s.tagParity = uint8(value);
        else if (field == 5) s.z[value % s.z.length] = uint256(keccak256(abi.encode(value)));
        else if (field == 6) s.z = new uint256[](value % 6);
        else (, s.ring) = _otherRing(value, s.z.length);
        // eps is a scalar modulo N: a value that differs by N is the same scalar.
        if (field == 1) s.eps %= N;
    }

    function _otherRing(uint256 seed, uint256 size) private returns (uint256[] memory ring, address code) {
        (, ring) = Rings.make(uint256(keccak256(abi.encode("other", seed))), size);
        code = KeyPages.write(ring);
    }

    function _set(Signature memory s, uint256 field, uint256 value) private pure {
        if (field == 0) s.c0 = value;
        else if (field == 1) s.tagX = value;
        else s.z[1] = value;
    }

    function _both(Signature memory s) private view returns (bool accepted) {
        accepted = verifiers.fast(s.message, s.eps, s.ring, s.c0, s.tagX, s.tagParity, s.z);
        bool plain = verifiers.plain(s.message, s.eps, s.ring, s.c0, s.tagX, s.tagParity, s.z);
        vm.assertEq(accepted, plain);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {AdmissionTest} from "../AdmissionTest.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a ring key that is none, or whose secret its owner does not have. In a ring, a key that makes a recovery fail
///         would let anybody forge; one made from others' keys would break what the ring proves.
contract RogueRingKeyAttackTest is AdmissionTest {
    using Gateways for Gateways.Gateway;

    uint256 private constant N = Secp256k1.N;

    Gateways.Gateway private rogue;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 2);
        rogue = Gateways.make("rogue", 0);
    }

    function test_RogueKey_ZeroOutOfRangeOrOffCurve_Refused() external {
        uint256[8] memory bad =
            [uint256(0), N, N + 2, N + rogue.ring.x % 2 ** 100, Secp256k1.P, Secp256k1.P + 1, type(uint256).max, 5];
        for (uint256 i = 0; i < bad.length; i++) {
            _expectKeyInvalid(bad[i]);
        }
    }

    /// @dev 10,000 x: those in range and on the curve go on to the proof of possession, the others do not come so far.
    function testFuzz_RogueKey_AnyX_RefusedForWhatItIs(uint256 x) external {
        // The fuzzer looks into the test's storage, and does find the gateway's own key there.
        vm.assume(x != rogue.ring.x);
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
        a.ringX = bytes32(x);
        rogue.signKeys(registry, a);
        bytes4 reason = _isKey(x)
            ? ICommunityRegistry.PossessionUnproven.selector
            : ICommunityRegistry.RingKeyInvalid.selector;
        _expectAdmissionRefused(a, abi.encodeWithSelector(reason, a.ringX));
    }

    function test_RogueKey_WithoutProofOfPossession_Refused() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
        uint256 response = a.possessionResponse;
        uint256[5] memory bad = [uint256(0), response ^ 1, N - response, N, type(uint256).max];
        for (uint256 i = 0; i < bad.length; i++) {
            a.possessionResponse = bad[i];
            _expectUnproven(a);
        }
        a.possessionResponse = response;
        a.possessionCommitment = address(0);
        _expectUnproven(a);
    }

    /// @dev The point that makes a ring of three sum to a key of the attacker's: nobody knows its secret.
    function test_RogueKey_MadeFromOthersKeys_Refused() external {
        Gateways.Gateway[] memory honest = _admitMany(COMMUNITY, "honest", 2);
        uint256 sum = addmod(honest[0].ring.secret, honest[1].ring.secret, N);
        uint256 own = Curve.secretOf("own", 0);
        RingSigner.Key memory made = RingSigner.keyOf(addmod(own, N - sum, N));
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
        a.ringX = bytes32(made.x);
        uint256[3] memory guesses = [own, rogue.ring.secret, N - own];
        for (uint256 i = 0; i < guesses.length; i++) {
            rogue.ring = RingSigner.Key(guesses[i], made.x);
            rogue.signKeys(registry, a);
            _expectUnproven(a);
        }
    }

    /// @dev A proof shown by its owner cannot be shown again by another for the same key.
    function test_RogueKey_ProofOfAnother_Refused() external {
        ICommunityRegistry.Admission memory owners = _admission(COMMUNITY, Gateways.make("owner", 0));
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
        a.ringX = owners.ringX;
        rogue.signKeys(registry, a);
        a.possessionCommitment = owners.possessionCommitment;
        a.possessionResponse = owners.possessionResponse;
        _expectUnproven(a);
    }

    /// @dev Nor by its owner for another community or other keys: the account signs every one of them.
    function test_RogueKey_AnyKeyExchangedAfterSigning_Refused() external {
        ICommunityRegistry.Admission memory others = _admission(COMMUNITY, Gateways.make("other", 1));
        for (uint256 field = 0; field < 3; field++) {
            ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
            if (field == 0) a.ringX = others.ringX;
            if (field == 1) a.sealingX = others.sealingX;
            if (field == 2) a.sealingY = others.sealingY;
            _expectAdmissionRefused(
                a, abi.encodeWithSelector(ICommunityRegistry.AccountSignatureInvalid.selector, rogue.account)
            );
        }
    }

    function _expectKeyInvalid(uint256 x) private {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, rogue);
        a.ringX = bytes32(x);
        rogue.signKeys(registry, a);
        _expectAdmissionRefused(a, abi.encodeWithSelector(ICommunityRegistry.RingKeyInvalid.selector, a.ringX));
    }

    function _expectUnproven(ICommunityRegistry.Admission memory a) private {
        _expectAdmissionRefused(
            a, abi.encodeWithSelector(ICommunityRegistry.PossessionUnproven.selector, a.ringX)
        );
    }

    /// @dev Euler's criterion, by the precompile of EIP-198.
    function _isKey(uint256 x) private view returns (bool) {
        if (x == 0 || x >= N) return false;
        uint256 square = addmod(mulmod(mulmod(x, x, Secp256k1.P), x, Secp256k1.P), 7, Secp256k1.P);
        (, bytes memory legendre) =
            address(5).staticcall(abi.encode(32, 32, 32, square, (Secp256k1.P - 1) / 2, Secp256k1.P));
        return abi.decode(legendre, (uint256)) == 1;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Curve} from "./Curve.sol";
import {RingSigner} from "./RingSigner.sol";
import {vm} from "../Vm.sol";

/// @title Gateways of tests: their three keys, and what they show to be admitted. EIP-712 is written out here a second
///        time, so that the registry is not compared with itself.
library Gateways {
    struct Gateway {
        uint256 accountKey;
        address account;
        uint256 sealingKey;
        RingSigner.Key ring;
    }

    function make(string memory label, uint256 index) internal returns (Gateway memory gateway) {
        gateway.accountKey = Curve.secretOf(string.concat(label, "/account"), index);
        gateway.account = vm.addr(gateway.accountKey);
        gateway.sealingKey = Curve.secretOf(string.concat(label, "/sealing"), index);
        gateway.ring = RingSigner.keyOf(Curve.secretOf(string.concat(label, "/ring"), index));
    }

    /// @notice Everything signed anew, from the gateway's keys and the officer's.
    function admission(
        Gateway memory gateway,
        ICommunityRegistry registry,
        uint256 officerKey,
        ICommunityRegistry.VirtualHouseNumber memory houseNumber
    ) internal returns (ICommunityRegistry.Admission memory a) {
        a.houseNumber = houseNumber;
        a.officerSignature = sign(officerKey, houseNumberDigest(registry, houseNumber));
        a.ringX = bytes32(gateway.ring.x);
        (uint256 x, uint256 y) = Curve.point(gateway.sealingKey);
        (a.sealingX, a.sealingY) = (bytes32(x), bytes32(y));
        signKeys(gateway, registry, a);
    }

    /// @notice Signs the registration of the keys that stand in the admission.
    function signKeys(Gateway memory gateway, ICommunityRegistry registry, ICommunityRegistry.Admission memory a)
        internal
        view
    {
        bytes32 digest = keyRegistrationDigest(registry, a);
        a.accountSignature = sign(gateway.accountKey, digest);
        a.sealingSignature = sign(gateway.sealingKey, digest);
        (a.possessionCommitment, a.possessionResponse) = RingSigner.provePossession(digest, gateway.ring);
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function houseNumberDigest(
        ICommunityRegistry registry,
        ICommunityRegistry.VirtualHouseNumber memory houseNumber
    ) internal view returns (bytes32) {
        return digestOf(
            registry,
            keccak256(
                abi.encode(
                    keccak256(
                        "VirtualHouseNumber(bytes32 communityId,address gateway,uint64 issuedAt,uint64 expiresAt)"
                    ),
                    houseNumber
                )
            )
        );
    }

    function keyRegistrationDigest(ICommunityRegistry registry, ICommunityRegistry.Admission memory a)
        internal
        view
        returns (bytes32)
    {
        return digestOf(
            registry,
            keccak256(
                abi.encode(
                    keccak256(
                        "KeyRegistration(bytes32 communityId,address gateway,bytes32 ringX,bytes32 sealingX,bytes32 sealingY)"
                    ),
                    a.houseNumber.communityId,
                    a.houseNumber.gateway,
                    a.ringX,
                    a.sealingX,
                    a.sealingY
                )
            )
        );
    }

    function digestOf(ICommunityRegistry registry, bytes32 structHash) private view returns (bytes32) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Quarantine"),
                keccak256("1"),
                block.chainid,
                registry
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, structHash));
    }
}

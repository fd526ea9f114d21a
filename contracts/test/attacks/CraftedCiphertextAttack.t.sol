// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {AdmissionTest} from "../AdmissionTest.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: messages sealed to a gateway's ring key would test, by whether it can open them, whether a tag is its own. So
///         the registry takes no key for two uses, with either y.
contract CraftedCiphertextAttackTest is AdmissionTest {
    uint256 private constant N = Secp256k1.N;

    Gateways.Gateway private gateway;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 2);
        gateway = Gateways.make("member", 0);
    }

    function test_CraftedCiphertext_RingKeyThatSeals_Refused() external {
        gateway.ring = RingSigner.keyOf(gateway.sealingKey);
        _expectNotSeparate();
        gateway.sealingKey = N - gateway.sealingKey;
        _expectNotSeparate();
    }

    function test_CraftedCiphertext_RingKeyThatIsTheAccount_Refused() external {
        gateway.ring = RingSigner.keyOf(gateway.accountKey);
        _expectNotSeparate();
        gateway.accountKey = N - gateway.accountKey;
        gateway.account = vm.addr(gateway.accountKey);
        _expectNotSeparate();
    }

    function test_CraftedCiphertext_SealingKeyThatIsTheAccount_Refused() external {
        gateway.sealingKey = gateway.accountKey;
        _expectNotSeparate();
        gateway.sealingKey = N - gateway.accountKey;
        _expectNotSeparate();
    }

    /// @dev The key that stands in a ring, or is queued for one, comes back as the next registration's sealing key.
    function test_CraftedCiphertext_SealingKeyThatWasARingKey_Refused() external {
        _admit(_admission(COMMUNITY, gateway));
        vm.warp(block.timestamp + 1);
        gateway.sealingKey = gateway.ring.secret;
        gateway.ring = Gateways.make("another", 0).ring;
        _expectNotSeparate();
    }

    function _expectNotSeparate() private {
        _expectAdmissionRefused(
            _admission(COMMUNITY, gateway),
            abi.encodeWithSelector(ICommunityRegistry.KeysNotSeparate.selector, gateway.account)
        );
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {RingVerifiers} from "../libraries/RingVerifiers.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {Rings} from "../signing/Rings.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a recovery that fails returns nothing and leaves its output as it was. Whoever takes the zero, or the former
///         member's address, for a point accepts a cycle that was closed without any secret.
contract EcrecoverAttackTest is ReportingTest {
    uint256 private constant N = Secp256k1.N;

    RingVerifiers private verifiers = new RingVerifiers();

    /// @dev Through the door that is open to everybody: a tag off the curve makes every second recovery fail.
    function test_Ecrecover_TagWhoseRecoveriesFail_Refused() external {
        IQuarantinePolicy.SignedReport memory r = _daily(0);
        for (uint256 tagX = 5; tagX < 40; tagX++) {
            r.tagX = tagX;
            r.c0 = _closedOverZero(r);
            _expectInvalid(r);
        }
    }

    /// @dev Scalars for which a recovery fails, or is the same as for another value.
    function test_Ecrecover_ScalarZeroOrOutOfRange_Refused() external {
        uint256[4] memory bad = [uint256(0), N, N + 1, type(uint256).max];
        for (uint256 i = 0; i < bad.length; i++) {
            for (uint256 field = 0; field < 6; field++) {
                IQuarantinePolicy.SignedReport memory r = _daily(0);
                if (field == 0) r.c0 = bad[i];
                else if (field == 1) r.tagX = bad[i];
                else r.z[field - 2] = bad[i];
                _expectInvalid(r);
            }
        }
    }

    /// @dev The same tag under another name would be a second report.
    function test_Ecrecover_ParityThatIsNone_Refused() external {
        uint8[5] memory bad = [2, 3, 27, 28, 255];
        for (uint256 i = 0; i < bad.length; i++) {
            IQuarantinePolicy.SignedReport memory r = _daily(0);
            r.tagParity = bad[i];
            _expectInvalid(r);
        }
    }

    /// @dev Were such a key in a ring (the registry takes none), the former member's address must not stand for it.
    function test_Ecrecover_KeyOffCurveOrTooLarge_NoStaleOutput() external {
        uint256[4] memory badKeys = [uint256(5), N + 2, 0, type(uint256).max];
        for (uint256 i = 0; i < badKeys.length; i++) {
            (RingSigner.Key[] memory keys, uint256[] memory ring) = Rings.make(3, 2);
            RingSigner.Tag memory tag = RingSigner.tagOf(keys[1], 4);
            (uint256 c0, uint256[] memory z) = RingSigner.sign("stale", 4, ring, keys[1], tag);
            vm.assertTrue(_accepts("stale", 4, ring, c0, tag.x, tag.parity, z));
            for (uint256 place = 0; place < 2; place++) {
                (, ring) = Rings.make(3, 2);
                ring[place] = badKeys[i];
                vm.assertFalse(_accepts("stale", 4, ring, c0, tag.x, tag.parity, z));
            }
        }
    }

    /// @dev Over a key and a tag whose recoveries fail, c_0 = keccak256(M || 0 || 0) closes the cycle, wherever zero is a point.
    function test_Ecrecover_CycleClosedOverFailingRecoveries_Rejected() external {
        uint256[] memory ring = new uint256[](1);
        uint256[] memory z = new uint256[](1);
        (ring[0], z[0]) = (N + 7, 1);
        bytes32 message = "rogue key";
        uint256 c0 = uint256(keccak256(abi.encodePacked(message, address(0), address(0))));
        vm.assertFalse(_accepts(message, 99, ring, c0, 5, 0, z));
    }

    function _closedOverZero(IQuarantinePolicy.SignedReport memory r) private view returns (uint256) {
        bytes32 message = _message(policy, r, keccak256(abi.encodePacked(hex"00", community.ring)), RELAY);
        return uint256(keccak256(abi.encodePacked(message, address(0), address(0))));
    }

    function _accepts(
        bytes32 message,
        uint256 eps,
        uint256[] memory ring,
        uint256 c0,
        uint256 tagX,
        uint8 parity,
        uint256[] memory z
    ) private returns (bool accepted) {
        address code = KeyPages.write(ring);
        accepted = verifiers.fast(message, eps, code, c0, tagX, parity, z);
        vm.assertEq(accepted, verifiers.plain(message, eps, code, c0, tagX, parity, z));
    }

    function _expectInvalid(IQuarantinePolicy.SignedReport memory r) private {
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {PrecompileSelfTest} from "../../src/libraries/PrecompileSelfTest.sol";
import {Secp256k1} from "../../src/libraries/Secp256k1.sol";
import {vm} from "../Vm.sol";

/// @notice A chain whose ecrecover differs from Ethereum's in one case is refused at deployment.
contract PrecompileSelfTestTest {
    uint256 private constant GX = Secp256k1.GX;
    uint256 private constant N = Secp256k1.N;
    address private constant PRECOMPILE = address(1);

    function test_Check_ThisChain_Passes() external view {
        PrecompileSelfTest.check();
    }

    function test_Check_HashZeroRefused_Reverts() external {
        _expectRefused(1, 0, GX, GX, "");
    }

    function test_Check_HighSRefused_Reverts() external {
        uint256 high = N - GX > N / 2 ? N - GX : GX;
        if (high == GX) _expectRefused(2, N - GX, GX, GX, "");
        else _expectRefused(3, N - mulmod(2, GX, N), GX, N - GX, "");
    }

    function test_Check_WrongAddress_Reverts() external {
        _expectRefused(1, 0, GX, GX, abi.encode(address(0x1234)));
    }

    function test_Check_InfinityAnsweredByZeroWord_Reverts() external {
        _expectRefused(4, GX, GX, GX, abi.encode(uint256(0)));
    }

    function test_Check_ZeroOrLargeScalarAnswered_Reverts() external {
        _expectRefused(5, 1, GX, 0, abi.encode(uint256(0)));
        _expectRefused(6, 1, GX, N, abi.encode(uint256(0)));
        _expectRefused(7, 1, 0, GX, abi.encode(uint256(0)));
        _expectRefused(8, 1, N, GX, abi.encode(uint256(0)));
        _expectRefused(9, 1, 5, GX, abi.encode(uint256(0)));
    }

    function test_Deployment_DifferingChain_RefusedByRegistryAndPolicies() external {
        vm.mockCall(PRECOMPILE, abi.encode(GX, uint256(27), GX, GX), abi.encode(uint256(0)));
        bytes[4] memory creations = [
            abi.encodePacked(vm.getCode("CommunityRegistry.sol:CommunityRegistry"), abi.encode(address(this), 0)),
            abi.encodePacked(vm.getCode("GeneralQuarantine.sol:GeneralQuarantine"), abi.encode(this, address(0), 1)),
            abi.encodePacked(
                vm.getCode("ModerateQuarantine.sol:ModerateQuarantine"), abi.encode(this, address(0), 1, 1, 1)
            ),
            abi.encodePacked(vm.getCode("StrongQuarantine.sol:StrongQuarantine"), abi.encode(this, address(0)))
        ];
        for (uint256 i = 0; i < creations.length; i++) {
            vm.assertEq(_create(creations[i]), address(0));
        }
        vm.clearMockedCalls();
        for (uint256 i = 0; i < creations.length; i++) {
            vm.assertTrue(_create(creations[i]) != address(0));
        }
    }

    function check() external view {
        PrecompileSelfTest.check();
    }

    function _expectRefused(uint256 testCase, uint256 h, uint256 r, uint256 s, bytes memory answer) private {
        vm.mockCall(PRECOMPILE, abi.encode(h, uint256(27), r, s), answer);
        vm.expectRevert(abi.encodeWithSelector(PrecompileSelfTest.PrecompileDiffers.selector, testCase));
        this.check();
        vm.clearMockedCalls();
    }

    function _create(bytes memory creation) private returns (address created) {
        assembly ("memory-safe") {
            created := create(0, add(creation, 32), mload(creation))
        }
    }
}

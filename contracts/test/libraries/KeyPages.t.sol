// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {vm} from "../Vm.sol";

contract KeyPagesTest {
    function testFuzz_Write_AnyKeys_CodeIsStopAndKeys(uint256 seed, uint256 size) external {
        size = 1 + size % 64;
        uint256[] memory keys = new uint256[](size);
        for (uint256 i = 0; i < size; i++) {
            keys[i] = uint256(keccak256(abi.encode(seed, i)));
        }
        address page = KeyPages.write(keys);
        vm.assertEq(page.code, abi.encodePacked(hex"00", keys));
        vm.assertEq(keccak256(abi.encode(KeyPages.read(page))), keccak256(abi.encode(keys)));
    }

    function test_Page_Called_DoesNothing() external {
        uint256[] memory keys = new uint256[](1);
        keys[0] = uint256(bytes32(hex"33ff"));
        address page = KeyPages.write(keys);
        (bool success, bytes memory output) = page.call(hex"12345678");
        vm.assertTrue(success);
        vm.assertEq(output.length, 0);
        vm.assertEq(page.code, abi.encodePacked(hex"00", keys));
    }

    function test_Read_NoCode_Empty() external view {
        vm.assertEq(KeyPages.read(address(0xdead)).length, 0);
    }
}

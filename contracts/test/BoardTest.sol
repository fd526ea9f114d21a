// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../src/interfaces/IEmergencyBoard.sol";
import {Curve} from "./signing/Curve.sol";
import {AdmissionTest} from "./AdmissionTest.sol";
import {vm} from "./Vm.sol";

/// @title A board under test, of a community with one member and one worker.
abstract contract BoardTest is AdmissionTest {
    address internal constant WORKER = address(0x3044E4);
    bytes internal constant CIPHERTEXT = "sealed to the workers on duty";

    IEmergencyBoard internal board;
    address internal member;
    bytes32 internal hash;

    function setUp() public virtual override {
        super.setUp();
        board = IEmergencyBoard(vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry)));
        _createCommunity(COMMUNITY, 16, 2);
        member = _admitMany(COMMUNITY, "m", 1)[0].account;
        (uint256 x, uint256 y) = Curve.point(99);
        vm.prank(officer);
        registry.registerWorker(COMMUNITY, WORKER, bytes32(x), bytes32(y));
        hash = keccak256(CIPHERTEXT);
    }
}

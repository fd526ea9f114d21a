// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Curve} from "../signing/Curve.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

contract WorkersTest is QuarantineTest {
    address private constant WORKER = address(0x3044E4);
    bytes32 private keyX;
    bytes32 private keyY;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 8);
        (keyX, keyY) = _key(1);
    }

    function test_RegisterWorker_KeyOnCurve_RegisteredOffDuty() external {
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.WorkerRegistered(COMMUNITY, WORKER, keyX, keyY);
        _register();
        ICommunityRegistry.Worker memory worker = registry.workerOf(COMMUNITY, WORKER);
        vm.assertEq(worker.keyX, keyX);
        vm.assertEq(worker.keyY, keyY);
        vm.assertTrue(worker.registered);
        vm.assertFalse(worker.onDuty);
        vm.assertTrue(registry.isWorker(COMMUNITY, WORKER));
        vm.assertFalse(registry.isWorker("elsewhere", WORKER));
    }

    function test_RegisterWorker_BadKey_Reverts() external asOfficer {
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.WorkerKeyInvalid.selector, keyX));
        registry.registerWorker(COMMUNITY, WORKER, keyX, bytes32(uint256(keyY) ^ 1));
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.WorkerKeyInvalid.selector, bytes32(0)));
        registry.registerWorker(COMMUNITY, WORKER, 0, 0);
    }

    function test_RegisterWorker_UnknownCommunity_Reverts() external asOfficer {
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.UnknownCommunity.selector, bytes32("elsewhere"))
        );
        registry.registerWorker("elsewhere", WORKER, keyX, keyY);
    }

    function test_Duty_SetByWorkerOrOfficer_IsAnEvent() external {
        _register();
        vm.prank(WORKER);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.WorkerDutyChanged(COMMUNITY, WORKER, true);
        registry.setWorkerDuty(COMMUNITY, WORKER, true);
        vm.assertTrue(registry.workerOf(COMMUNITY, WORKER).onDuty);
        vm.prank(officer);
        registry.setWorkerDuty(COMMUNITY, WORKER, false);
        vm.assertFalse(registry.workerOf(COMMUNITY, WORKER).onDuty);
    }

    function test_RotateWorkerKey_ByWorkerAlone_ReplacesTheKey() external {
        _register();
        (bytes32 x, bytes32 y) = _key(2);
        vm.prank(WORKER);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.WorkerRegistered(COMMUNITY, WORKER, x, y);
        registry.rotateWorkerKey(COMMUNITY, x, y);
        vm.assertEq(registry.workerOf(COMMUNITY, WORKER).keyX, x);
    }

    function test_RemoveWorker_ForgetsKeyAndDuty() external {
        _register();
        vm.startPrank(officer);
        registry.setWorkerDuty(COMMUNITY, WORKER, true);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.WorkerRemoved(COMMUNITY, WORKER);
        registry.removeWorker(COMMUNITY, WORKER);
        ICommunityRegistry.Worker memory worker = registry.workerOf(COMMUNITY, WORKER);
        vm.assertFalse(worker.registered || worker.onDuty);
        vm.assertEq(worker.keyX, 0);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.UnknownWorker.selector, WORKER));
        registry.removeWorker(COMMUNITY, WORKER);
        vm.stopPrank();
    }

    function _register() private asOfficer {
        registry.registerWorker(COMMUNITY, WORKER, keyX, keyY);
    }

    function _key(uint256 index) private returns (bytes32, bytes32) {
        (uint256 x, uint256 y) = Curve.point(Curve.secretOf("worker", index));
        return (bytes32(x), bytes32(y));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../src/interfaces/IEmergencyBoard.sol";
import {BoardTest} from "./BoardTest.sol";
import {vm} from "./Vm.sol";

contract EmergencyBoardTest is BoardTest {
    function test_Emergency_WholeLife_EveryStepAnEvent() external {
        vm.prank(member);
        vm.expectEmit(address(board));
        emit IEmergencyBoard.EmergencyPosted(COMMUNITY, hash, member);
        board.post(COMMUNITY, hash);
        vm.prank(member);
        vm.expectEmit(address(board));
        emit IEmergencyBoard.EmergencyPublished(COMMUNITY, hash, CIPHERTEXT);
        board.publish(COMMUNITY, CIPHERTEXT);
        vm.startPrank(WORKER);
        vm.expectEmit(address(board));
        emit IEmergencyBoard.EmergencyAcknowledged(COMMUNITY, hash, WORKER);
        board.acknowledge(COMMUNITY, hash);
        vm.expectEmit(address(board));
        emit IEmergencyBoard.EmergencyResolved(COMMUNITY, hash, WORKER);
        board.resolve(COMMUNITY, hash);
        vm.stopPrank();
        _expectStatus(IEmergencyBoard.Status.Resolved);
    }

    function test_Publish_NeverPosted_IsPublished() external {
        vm.prank(member);
        board.publish(COMMUNITY, CIPHERTEXT);
        _expectStatus(IEmergencyBoard.Status.Published);
    }

    function test_Worker_PostsWhatArrivedDirectlyAndAcknowledges() external {
        vm.startPrank(WORKER);
        board.post(COMMUNITY, hash);
        board.acknowledge(COMMUNITY, hash);
        vm.stopPrank();
        _expectStatus(IEmergencyBoard.Status.Acknowledged);
    }

    /// @dev Every step in every status: an emergency moves forward only.
    function test_Step_OutOfOrder_Reverts() external {
        _expectRefused(2, IEmergencyBoard.Status.Unknown);
        _expectRefused(3, IEmergencyBoard.Status.Unknown);
        vm.prank(member);
        board.post(COMMUNITY, hash);
        _expectRefused(0, IEmergencyBoard.Status.Posted);
        _expectRefused(3, IEmergencyBoard.Status.Posted);
        vm.prank(member);
        board.publish(COMMUNITY, CIPHERTEXT);
        _expectRefused(0, IEmergencyBoard.Status.Published);
        _expectRefused(1, IEmergencyBoard.Status.Published);
        _expectRefused(3, IEmergencyBoard.Status.Published);
        vm.prank(WORKER);
        board.acknowledge(COMMUNITY, hash);
        for (uint256 step = 0; step < 3; step++) {
            _expectRefused(step, IEmergencyBoard.Status.Acknowledged);
        }
        vm.prank(WORKER);
        board.resolve(COMMUNITY, hash);
        for (uint256 step = 0; step < 4; step++) {
            _expectRefused(step, IEmergencyBoard.Status.Resolved);
        }
    }

    function _expectRefused(uint256 step, IEmergencyBoard.Status status) private {
        vm.prank(step < 2 ? member : WORKER);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyBoard.EmergencyNotIn.selector, hash, status));
        if (step == 0) board.post(COMMUNITY, hash);
        if (step == 1) board.publish(COMMUNITY, CIPHERTEXT);
        if (step == 2) board.acknowledge(COMMUNITY, hash);
        if (step == 3) board.resolve(COMMUNITY, hash);
    }

    function _expectStatus(IEmergencyBoard.Status status) private view {
        vm.assertEq(uint256(board.statusOf(COMMUNITY, hash)), uint256(status));
    }
}

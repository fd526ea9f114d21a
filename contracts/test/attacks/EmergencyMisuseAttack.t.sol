// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {BoardTest} from "../BoardTest.sol";
import {Gateways} from "../signing/Gateways.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: the emergency board is filled, or an emergency silenced, by who has no business there.
contract EmergencyMisuseAttackTest is BoardTest {
    uint256 private constant MAXIMUM = 16_384;

    // Posting and publishing.

    function test_EmergencyMisuse_NotAMember_Refused() external {
        _expectNotOfCommunity(STRANGER);
        _expectNotOfCommunity(officer);
        _expectNotOfCommunity(address(registry));
    }

    /// @dev 10,000 accounts.
    function testFuzz_EmergencyMisuse_AnyAccountOutsideTheCommunity_Refused(address account) external {
        vm.assume(account != member && account != WORKER);
        _expectNotOfCommunity(account);
    }

    /// @dev A stolen gateway is stopped here at once, whatever rings it still stands in.
    function test_EmergencyMisuse_Revoked_RefusedAtOnce() external {
        vm.prank(officer);
        registry.revoke(COMMUNITY, member);
        _expectNotOfCommunity(member);
    }

    function test_EmergencyMisuse_Expired_RefusedFromTheReleaseDate() external {
        uint64 release = FIRST_SLOT + 3;
        _renewUntil(COMMUNITY, member, release);
        vm.warp(release * DAY - 1);
        vm.prank(member);
        board.post(COMMUNITY, "the last second");
        _pass(1);
        _expectNotOfCommunity(member);
    }

    function test_EmergencyMisuse_MemberOrWorkerOfAnotherCommunity_Refused() external {
        _createCommunity("Wuhan", 16, 2);
        Gateways.Gateway memory elsewhere = _admitMany("Wuhan", "w", 1)[0];
        _expectNotOfCommunity(elsewhere.account);
        vm.prank(elsewhere.account);
        board.post("Wuhan", hash);
        vm.startPrank(WORKER);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyBoard.NotAWorker.selector, WORKER));
        board.acknowledge("Wuhan", hash);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyBoard.NotOfCommunity.selector, WORKER));
        board.publish("Wuhan", CIPHERTEXT);
        vm.stopPrank();
    }

    /// @dev 10,000 sizes around the bound.
    function testFuzz_EmergencyMisuse_AnySize_RefusedAboveTheMaximum(uint256 size) external {
        size %= 20_000;
        bytes memory ciphertext = new bytes(size);
        if (size == 0 || size > MAXIMUM) {
            vm.expectRevert(
                abi.encodeWithSelector(IEmergencyBoard.CiphertextSizeOutOfRange.selector, size, MAXIMUM)
            );
        }
        vm.prank(member);
        board.publish(COMMUNITY, ciphertext);
    }

    // Replay: what was posted, published, acknowledged or resolved is not so again, by nobody.

    function test_EmergencyMisuse_Replayed_Refused() external {
        address copier = _admitMany(COMMUNITY, "copier", 1)[0].account;
        vm.prank(member);
        board.post(COMMUNITY, hash);
        _expectStatusStops(copier, abi.encodeCall(board.post, (COMMUNITY, hash)), IEmergencyBoard.Status.Posted);
        vm.prank(member);
        board.publish(COMMUNITY, CIPHERTEXT);
        bytes memory published = abi.encodeCall(board.publish, (COMMUNITY, CIPHERTEXT));
        _expectStatusStops(copier, published, IEmergencyBoard.Status.Published);
        vm.prank(WORKER);
        board.acknowledge(COMMUNITY, hash);
        _expectStatusStops(copier, published, IEmergencyBoard.Status.Acknowledged);
        bytes memory acknowledged = abi.encodeCall(board.acknowledge, (COMMUNITY, hash));
        _expectStatusStops(WORKER, acknowledged, IEmergencyBoard.Status.Acknowledged);
        vm.prank(WORKER);
        board.resolve(COMMUNITY, hash);
        _expectStatusStops(WORKER, acknowledged, IEmergencyBoard.Status.Resolved);
        _expectStatusStops(WORKER, abi.encodeCall(board.resolve, (COMMUNITY, hash)), IEmergencyBoard.Status.Resolved);
        _expectStatusStops(copier, published, IEmergencyBoard.Status.Resolved);
    }

    /// @dev Whoever is faster with a copied hash or ciphertext puts it on the board: that is what its sender wanted.
    function test_EmergencyMisuse_FrontRun_EmergencyStandsAllTheSame() external {
        address copier = _admitMany(COMMUNITY, "copier", 1)[0].account;
        vm.prank(copier);
        board.post(COMMUNITY, hash);
        vm.prank(copier);
        board.publish(COMMUNITY, CIPHERTEXT);
        vm.prank(WORKER);
        board.acknowledge(COMMUNITY, hash);
        vm.assertEq(uint256(board.statusOf(COMMUNITY, hash)), uint256(IEmergencyBoard.Status.Acknowledged));
    }

    /// @dev A copy in another community is another emergency, and silences none.
    function test_EmergencyMisuse_CopiedToAnotherCommunity_TouchesNothing() external {
        _createCommunity("Wuhan", 16, 2);
        address elsewhere = _admitMany("Wuhan", "w", 1)[0].account;
        vm.prank(elsewhere);
        board.publish("Wuhan", CIPHERTEXT);
        vm.assertEq(uint256(board.statusOf(COMMUNITY, hash)), uint256(IEmergencyBoard.Status.Unknown));
        vm.prank(member);
        board.post(COMMUNITY, hash);
    }

    // Answering.

    function test_EmergencyMisuse_AnsweredByNoWorker_Refused() external {
        vm.prank(member);
        board.post(COMMUNITY, hash);
        address[3] memory others = [member, officer, STRANGER];
        for (uint256 i = 0; i < others.length; i++) {
            _expectNotAWorker(others[i]);
        }
        vm.prank(officer);
        registry.removeWorker(COMMUNITY, WORKER);
        _expectNotAWorker(WORKER);
    }

    function _expectNotOfCommunity(address account) private {
        bytes memory reason = abi.encodeWithSelector(IEmergencyBoard.NotOfCommunity.selector, account);
        vm.startPrank(account);
        vm.expectRevert(reason);
        board.post(COMMUNITY, hash);
        vm.expectRevert(reason);
        board.publish(COMMUNITY, CIPHERTEXT);
        vm.stopPrank();
    }

    function _expectNotAWorker(address account) private {
        bytes memory reason = abi.encodeWithSelector(IEmergencyBoard.NotAWorker.selector, account);
        vm.startPrank(account);
        vm.expectRevert(reason);
        board.acknowledge(COMMUNITY, hash);
        vm.expectRevert(reason);
        board.resolve(COMMUNITY, hash);
        vm.stopPrank();
    }

    function _expectStatusStops(address account, bytes memory data, IEmergencyBoard.Status status) private {
        vm.prank(account);
        (bool success, bytes memory answer) = address(board).call(data);
        vm.assertFalse(success);
        vm.assertEq(answer, abi.encodeWithSelector(IEmergencyBoard.EmergencyNotIn.selector, hash, status));
    }
}

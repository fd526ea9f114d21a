// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {AdmissionTest} from "../AdmissionTest.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: somebody acts as a gateway, an officer or a worker that he is not.
contract SpoofingAttackTest is AdmissionTest {
    address private constant WORKER = address(0x3044E4);
    address private constant SUCCESSOR = address(0x5CCE55);

    Gateways.Gateway private gateway;
    bytes32 private keyX;
    bytes32 private keyY;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 2);
        gateway = Gateways.make("member", 0);
        (uint256 x, uint256 y) = Curve.point(99);
        (keyX, keyY) = (bytes32(x), bytes32(y));
        vm.startPrank(officer);
        registry.registerWorker(COMMUNITY, WORKER, keyX, keyY);
        registry.offerHandOver(SUCCESSOR);
        vm.stopPrank();
    }

    // A gateway.

    /// @dev An officer cannot register keys for an account that did not sign them, nor sealing keys that did not.
    function test_Spoofing_GatewayThatDidNotSign_Refused() external {
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        bytes32 digest = Gateways.keyRegistrationDigest(registry, a);
        bytes[4] memory forged =
            [Gateways.sign(0xBAD, digest), Gateways.sign(OFFICER_KEY, digest), a.sealingSignature, bytes("")];
        for (uint256 i = 0; i < forged.length; i++) {
            a = _admission(COMMUNITY, gateway);
            a.accountSignature = forged[i];
            _expectAdmissionRefused(
                a, abi.encodeWithSelector(ICommunityRegistry.AccountSignatureInvalid.selector, gateway.account)
            );
            a = _admission(COMMUNITY, gateway);
            a.sealingSignature = i == 2 ? a.accountSignature : forged[i];
            _expectAdmissionRefused(
                a, abi.encodeWithSelector(ICommunityRegistry.SealingSignatureInvalid.selector, a.sealingX)
            );
        }
    }

    /// @dev With the house number of one gateway, another registers its own keys.
    function test_Spoofing_GatewayWithAnothersHouseNumber_Refused() external {
        ICommunityRegistry.Admission memory victims = _admission(COMMUNITY, gateway);
        Gateways.Gateway memory thief = Gateways.make("thief", 0);
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, thief);
        (a.houseNumber, a.officerSignature) = (victims.houseNumber, victims.officerSignature);
        Gateways.signKeys(thief, registry, a);
        _expectAdmissionRefused(
            a, abi.encodeWithSelector(ICommunityRegistry.AccountSignatureInvalid.selector, gateway.account)
        );
    }

    // An officer.

    /// @dev Every door of the registry that only officers may open, by everybody who is something else.
    function test_Spoofing_Officer_EveryDoorIsClosed() external {
        _admit(_admission(COMMUNITY, gateway));
        address[5] memory others = [STRANGER, gateway.account, WORKER, SUCCESSOR, address(registry)];
        for (uint256 i = 0; i < others.length; i++) {
            _expectEveryDoorClosed(others[i]);
        }
    }

    function test_Spoofing_ChiefOfficer_NobodyElseAppointsOrDismisses() external {
        vm.prank(officer);
        _roles().grantRole(Domains.OFFICER_ROLE, WORKER);
        address[3] memory others = [STRANGER, SUCCESSOR, WORKER];
        for (uint256 i = 0; i < others.length; i++) {
            bytes memory unauthorized = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, others[i], bytes32(0)
            );
            vm.startPrank(others[i]);
            vm.expectRevert(unauthorized);
            _roles().grantRole(Domains.OFFICER_ROLE, STRANGER);
            vm.expectRevert(unauthorized);
            _roles().revokeRole(Domains.OFFICER_ROLE, officer);
            vm.stopPrank();
        }
    }

    // A worker.

    function test_Spoofing_Worker_KeyAndDutyOfAnother_Refused() external {
        bytes memory unknown = abi.encodeWithSelector(ICommunityRegistry.UnknownWorker.selector, STRANGER);
        vm.startPrank(STRANGER);
        vm.expectRevert(unknown);
        registry.rotateWorkerKey(COMMUNITY, keyX, keyY);
        vm.expectRevert(unknown);
        registry.setWorkerDuty(COMMUNITY, STRANGER, true);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NotAnOfficer.selector, STRANGER));
        registry.setWorkerDuty(COMMUNITY, WORKER, true);
        vm.stopPrank();
        _createCommunity("Wuhan", 16, 2);
        vm.prank(WORKER);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.UnknownWorker.selector, WORKER));
        registry.rotateWorkerKey("Wuhan", keyX, keyY);
    }

    /// @dev Not even the chief officer makes a worker without a key, or lets the role go without the key.
    function test_Spoofing_WorkerRole_GrantedOrRenouncedPastTheRegistry_Reverts() external {
        bytes32[3] memory roles =
            [_workerRole(COMMUNITY), _workerRole("not created yet"), Domains.NOBODY_ROLE];
        for (uint256 i = 0; i < roles.length; i++) {
            bytes memory unauthorized = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector, officer, Domains.NOBODY_ROLE
            );
            vm.startPrank(officer);
            vm.expectRevert(unauthorized);
            _roles().grantRole(roles[i], STRANGER);
            vm.expectRevert(unauthorized);
            _roles().revokeRole(roles[i], WORKER);
            vm.stopPrank();
            vm.prank(WORKER);
            vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.RoleNotRenounceable.selector, roles[i]));
            _roles().renounceRole(roles[i], WORKER);
        }
        vm.assertTrue(registry.isWorker(COMMUNITY, WORKER));
    }

    /// @dev Who was one and is none any more.
    function test_Spoofing_FormerWorker_AnswersNoEmergency() external {
        IEmergencyBoard board =
            IEmergencyBoard(vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry)));
        vm.prank(WORKER);
        board.post(COMMUNITY, "emergency");
        vm.prank(officer);
        registry.removeWorker(COMMUNITY, WORKER);
        vm.prank(WORKER);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyBoard.NotAWorker.selector, WORKER));
        board.acknowledge(COMMUNITY, "emergency");
    }

    function _expectEveryDoorClosed(address account) private {
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, account);
        bytes[8] memory calls = [
            abi.encodeCall(registry.createCommunity, ("Wuhan", 0, 16, 8)),
            abi.encodeCall(registry.schedulePolicy, (COMMUNITY, address(this), FIRST_SLOT)),
            abi.encodeCall(registry.admit, (new ICommunityRegistry.Admission[](0))),
            abi.encodeCall(registry.renew, (h, "")),
            abi.encodeCall(registry.revoke, (COMMUNITY, gateway.account)),
            abi.encodeCall(registry.closeQueue, (COMMUNITY, _none())),
            abi.encodeCall(registry.registerWorker, (COMMUNITY, account, keyX, keyY)),
            abi.encodeCall(registry.removeWorker, (COMMUNITY, WORKER))
        ];
        bytes memory unauthorized = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, account, Domains.OFFICER_ROLE
        );
        for (uint256 i = 0; i < calls.length; i++) {
            vm.prank(account);
            (bool success, bytes memory answer) = address(registry).call(calls[i]);
            vm.assertFalse(success);
            vm.assertEq(answer, unauthorized);
        }
        vm.prank(account);
        vm.expectRevert(unauthorized);
        registry.offerHandOver(account);
    }

    function _workerRole(bytes32 communityId) private pure returns (bytes32) {
        return keccak256(abi.encode(Domains.WORKER_ROLE, communityId));
    }

    function _roles() private view returns (IAccessControl) {
        return IAccessControl(address(registry));
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IEmergencyBoard} from "../../src/interfaces/IEmergencyBoard.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {Gateways} from "../signing/Gateways.sol";
import {ReportingTest} from "../ReportingTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a thief has a gateway with all its keys. The remedy is its revocation: at once where the account acts in its
///         own name; in the rings, where nobody knows who acts, from the first slot of rebuilt pages on.
contract StolenGatewayAttackTest is ReportingTest {
    uint256 private constant STOLEN = 0;

    /// @dev The page without the stolen key.
    Community private rebuilt;

    function setUp() public override {
        super.setUp();
        rebuilt.id = COMMUNITY;
        for (uint256 i = 1; i < 4; i++) {
            rebuilt.gateways.push(community.gateways[i]);
            rebuilt.ring.push(community.gateways[i].ring.x);
        }
        rebuilt.ring = _ascending(rebuilt.ring);
        vm.prank(officer);
        registry.revoke(COMMUNITY, community.gateways[STOLEN].account);
    }

    function test_StolenGateway_InItsOwnName_StoppedAtOnce() external {
        IEmergencyBoard board =
            IEmergencyBoard(vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry)));
        address account = community.gateways[STOLEN].account;
        vm.assertFalse(registry.isMember(COMMUNITY, account));
        vm.prank(account);
        vm.expectRevert(abi.encodeWithSelector(IEmergencyBoard.NotOfCommunity.selector, account));
        board.post(COMMUNITY, "false alarm");
    }

    function test_StolenGateway_PageRebuilt_CannotReportLaterSlots() external {
        uint64 slot = registry.currentSlot(COMMUNITY) + 1;
        _closeAndCut(COMMUNITY, _one(0), rebuilt.ring);
        _afterSlot(slot, 0);
        for (uint256 i = 0; i < 3; i++) {
            IQuarantinePolicy.SignedReport memory honest =
                _signed(rebuilt, policy, i, DAILY, slot, _compliant());
            honest.page = 1;
            _submit(policy, honest);
        }
        IQuarantinePolicy.SignedReport memory r =
            _signed(community, policy, STOLEN, DAILY, slot, _compliant());
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 0, slot));
        r.page = 1;
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 4, 3));
    }

    /// @dev Whose owner is admitted again has another key: the stolen one does not come back with it.
    function test_StolenGateway_OwnerAdmittedAgain_StolenKeyStaysOut() external {
        bytes32 seed = _close(COMMUNITY, _one(0));
        Gateways.Gateway memory owner = community.gateways[STOLEN];
        owner.ring = Gateways.make("owner with another key", 0).ring;
        _pass(1);
        _admit(_admission(COMMUNITY, owner));
        registry.cutPages(COMMUNITY, _inOrder(seed, rebuilt.ring));
        uint256[] memory pool = new uint256[](2);
        (pool[0], pool[1]) = (owner.ring.x, _admitMany(COMMUNITY, "beside", 1)[0].ring.x);
        _closeAndCut(COMMUNITY, _none(), pool);
        uint64 slot = registry.currentSlot(COMMUNITY) + 1;
        _afterSlot(slot, 0);
        IQuarantinePolicy.SignedReport memory r =
            _signed(community, policy, STOLEN, DAILY, slot, _compliant());
        for (r.page = 1; r.page < 3; r.page++) {
            uint256 size = registry.pageAt(COMMUNITY, r.page).size;
            _expectRefusal(
                policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 4, size)
            );
        }
    }

    /// @dev Why the officer rebuilds the page: nobody can tell whose report this is.
    function test_StolenGateway_PageNotRebuilt_StillReports() external {
        _submit(policy, _daily(STOLEN));
        _afterSlot(SLOT + 3, 0);
        _submit(policy, _signed(community, policy, STOLEN, DAILY, SLOT + 3, _compliant()));
    }
}

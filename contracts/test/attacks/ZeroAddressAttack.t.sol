// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {FundedTest} from "../FundedTest.sol";
import {Gateways} from "../signing/Gateways.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: the zero address, to which everything recovers that is no signature, stands for a gateway, an officer, a
///         worker, a contract or a recipient.
contract ZeroAddressAttackTest is FundedTest {
    using Gateways for Gateways.Gateway;

    function test_ZeroAddress_AsGateway_Refused() external {
        Gateways.Gateway memory nobody = Gateways.make("nobody", 0);
        ICommunityRegistry.Admission memory a =
            nobody.admission(registry, OFFICER_KEY, _houseNumber(COMMUNITY, address(0)));
        bytes memory zero = abi.encodeWithSelector(ICommunityRegistry.ZeroAddress.selector);
        _expectAdmissionRefused(a, zero);
        a.accountSignature = new bytes(65);
        _expectAdmissionRefused(a, zero);
        vm.assertFalse(registry.isMember(COMMUNITY, address(0)));
    }

    /// @dev Otherwise whatever is no signature would be an officer's.
    function test_ZeroAddress_AsOfficer_CannotBeAppointed() external {
        vm.prank(officer);
        vm.expectRevert(ICommunityRegistry.ZeroAddress.selector);
        IAccessControl(address(registry)).grantRole(Domains.OFFICER_ROLE, address(0));
        vm.assertFalse(registry.isOfficer(address(0)));
    }

    /// @dev 10,000 signatures that recover to nobody.
    function testFuzz_ZeroAddress_AsSignerOfAHouseNumber_Refused(bytes32 r, bytes32 s, uint8 v) external {
        vm.assume(v != 27 && v != 28);
        Gateways.Gateway memory gateway = Gateways.make("nobody", 0);
        ICommunityRegistry.Admission memory a = _admission(COMMUNITY, gateway);
        a.officerSignature = abi.encodePacked(r, s, v);
        _expectAdmissionRefused(a, abi.encodeWithSelector(ICommunityRegistry.NotAnOfficer.selector, address(0)));
    }

    function test_ZeroAddress_AsWorker_Refused() external {
        vm.prank(officer);
        vm.expectRevert(ICommunityRegistry.ZeroAddress.selector);
        registry.registerWorker(COMMUNITY, address(0), bytes32(uint256(1)), bytes32(uint256(2)));
    }

    function test_ZeroAddress_AsPolicy_Refused() external {
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.NotAPolicy.selector, address(0)));
        registry.schedulePolicy(COMMUNITY, address(0), SLOT + 9);
    }

    /// @dev Where no policy is in force, the zero address is: it can ask for nothing.
    function test_ZeroAddress_AsPolicyOfASlotWithoutOne_DrawsNothing() external {
        vm.assertEq(registry.policyAt(COMMUNITY, SLOT - 1), address(0));
        vm.prank(address(this));
        vm.expectRevert(
            abi.encodeWithSelector(IRelayFund.NotThePolicy.selector, address(this), COMMUNITY, SLOT - 1)
        );
        fund.refund(COMMUNITY, SLOT - 1, RELAY, 1e6, 1);
    }

    function test_ZeroAddress_AsRecipientOfAWithdrawal_Refused() external {
        vm.prank(officer);
        vm.expectRevert(IRelayFund.ZeroAddress.selector);
        fund.withdraw(COMMUNITY, address(0), 1);
        vm.assertEq(_drawn(), 0);
    }

    function test_ZeroAddress_AsRegistryOrChiefOfficer_NotDeployed() external {
        string[3] memory artifacts = [
            "StrongQuarantine.sol:StrongQuarantine", "RelayFund.sol:RelayFund", "EmergencyBoard.sol:EmergencyBoard"
        ];
        for (uint256 i = 0; i < artifacts.length; i++) {
            bytes memory creation = vm.getCode(artifacts[i]);
            vm.assertTrue(_create(abi.encodePacked(creation, abi.encode(registry, address(0)))) != address(0));
            vm.assertEq(_create(abi.encodePacked(creation, abi.encode(address(0), address(0)))), address(0));
        }
        bytes memory registryCreation = vm.getCode("CommunityRegistry.sol:CommunityRegistry");
        vm.assertTrue(_create(abi.encodePacked(registryCreation, abi.encode(officer, 0))) != address(0));
        vm.assertEq(_create(abi.encodePacked(registryCreation, abi.encode(address(0), 0))), address(0));
    }

    function _create(bytes memory creation) private returns (address created) {
        assembly ("memory-safe") {
            created := create(0, add(creation, 32), mload(creation))
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {QuarantineTest} from "./QuarantineTest.sol";
import {vm} from "./Vm.sol";

/// @notice What a chain, or a contract's own constructor, must not refuse, and what it must.
contract DeploymentsTest is QuarantineTest {
    /// @dev EIP-170 and EIP-3860.
    uint256 private constant MOST_CODE = 24_576;
    uint256 private constant MOST_CREATION_CODE = 49_152;

    function test_Deployment_EveryContract_KeepsTheSizeLimits() external {
        IRelayFund fund = _fund();
        _expectSizes("CommunityRegistry.sol:CommunityRegistry", address(registry));
        _expectSizes("RelayFund.sol:RelayFund", address(fund));
        _expectSizes("GeneralQuarantine.sol:GeneralQuarantine", address(_general(fund, 2)));
        _expectSizes("ModerateQuarantine.sol:ModerateQuarantine", address(_moderate(2, 60, 30)));
        _expectSizes("StrongQuarantine.sol:StrongQuarantine", address(_strong()));
        address board = vm.deployCode("EmergencyBoard.sol:EmergencyBoard", abi.encode(registry));
        _expectSizes("EmergencyBoard.sol:EmergencyBoard", board);
    }

    /// @dev Its refunds would fail, and every report with them: the slots until the next policy would be lost.
    function test_Deployment_FundOfAnotherRegistryOrNone_Reverts() external {
        bytes memory creation = vm.getCode("StrongQuarantine.sol:StrongQuarantine");
        IRelayFund own = _fund();
        registry = _registryOf(STRANGER);
        IRelayFund[3] memory foreign = [own, IRelayFund(address(registry)), IRelayFund(STRANGER)];
        for (uint256 i = 0; i < foreign.length; i++) {
            vm.assertEq(_create(abi.encodePacked(creation, abi.encode(registry, foreign[i]))), address(0));
        }
        vm.assertTrue(_create(abi.encodePacked(creation, abi.encode(registry, _fund()))) != address(0));
    }

    function _expectSizes(string memory artifact, address deployed) private view {
        vm.assertLe(deployed.code.length, MOST_CODE);
        vm.assertGe(deployed.code.length, 1);
        vm.assertLe(vm.getCode(artifact).length, MOST_CREATION_CODE);
    }

    function _create(bytes memory creation) private returns (address created) {
        assembly ("memory-safe") {
            created := create(0, add(creation, 32), mload(creation))
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Domains} from "../../src/libraries/Domains.sol";
import {Curve} from "../signing/Curve.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";
import {RefusingRelay} from "./relays/RefusingRelay.sol";

/// @notice Attack: somebody who is no officer takes the prepaid money, or sets what is refunded.
contract WithdrawalAttackTest is FundedTest {
    address private constant WORKER = address(0x3044E4);

    function test_Withdrawal_ByAnyoneButAnOfficer_Reverts() external {
        (uint256 x, uint256 y) = Curve.point(99);
        vm.prank(officer);
        registry.registerWorker(COMMUNITY, WORKER, bytes32(x), bytes32(y));
        address[6] memory others =
            [STRANGER, RELAY, WORKER, community.gateways[0].account, address(policy), address(registry)];
        for (uint256 i = 0; i < others.length; i++) {
            _expectNotAnOfficer(others[i]);
        }
    }

    /// @dev 10,000 callers.
    function testFuzz_Withdrawal_ByAnyCaller_OfficersOnly(address caller, uint256 amount) external {
        vm.assume(caller != officer);
        vm.prank(caller);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.NotAnOfficer.selector, caller));
        fund.withdraw(COMMUNITY, caller, amount);
        vm.assertEq(_drawn(), 0);
    }

    function test_Withdrawal_ByDismissedOfficer_Reverts() external {
        vm.startPrank(officer);
        IAccessControl(address(registry)).grantRole(Domains.OFFICER_ROLE, STRANGER);
        IAccessControl(address(registry)).revokeRole(Domains.OFFICER_ROLE, STRANGER);
        vm.stopPrank();
        _expectNotAnOfficer(STRANGER);
    }

    /// @dev An officer of another registry, to whom the fund belongs no more than to anyone.
    function test_Withdrawal_ByOfficerOfAnotherRegistry_Reverts() external {
        ICommunityRegistry elsewhere = _registryOf(STRANGER);
        vm.assertTrue(elsewhere.isOfficer(STRANGER));
        _expectNotAnOfficer(STRANGER);
    }

    function test_Withdrawal_MoreThanTheCommunitysBalance_RevertsWhateverTheFundHolds() external {
        _createCommunity("Wuhan", 16, 2);
        fund.deposit{value: 50 ether}("Wuhan");
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.BalanceTooLow.selector, PREPAID + 1, PREPAID));
        fund.withdraw(COMMUNITY, STRANGER, PREPAID + 1);
        vm.assertEq(address(fund).balance, 60 ether);
    }

    function test_Withdrawal_ToWhoRefuses_RevertsAndTheMoneyStays() external {
        address refusing = address(new RefusingRelay());
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.WithdrawalFailed.selector, refusing));
        fund.withdraw(COMMUNITY, refusing, 1);
        vm.assertEq(_drawn(), 0);
    }

    function _expectNotAnOfficer(address caller) private {
        bytes memory reason = abi.encodeWithSelector(IRelayFund.NotAnOfficer.selector, caller);
        vm.startPrank(caller);
        vm.expectRevert(reason);
        fund.withdraw(COMMUNITY, caller, 1);
        vm.expectRevert(reason);
        fund.setCaps(COMMUNITY, IRelayFund.Caps(1 ether, 1, 1, 1));
        vm.stopPrank();
    }
}

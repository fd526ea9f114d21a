// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {FundedTest} from "../FundedTest.sol";
import {vm} from "../Vm.sol";
import {ForcingDonor} from "./relays/ForcingDonor.sol";

/// @notice Attack: ether is forced into the fund, so that what it holds is more than what it accounts for.
contract ForcedEtherAttackTest is FundedTest {
    function setUp() public override {
        super.setUp();
        ForcingDonor donor = new ForcingDonor{value: 5 ether}(address(fund));
        (bool success,) = address(donor).call("");
        vm.assertTrue(success);
    }

    function test_ForcedEther_IsNobodysBalance() external view {
        vm.assertEq(address(fund).balance, PREPAID + 5 ether);
        vm.assertEq(fund.balanceOf(COMMUNITY), PREPAID);
    }

    function test_ForcedEther_CannotBeWithdrawn() external {
        vm.startPrank(officer);
        fund.withdraw(COMMUNITY, STRANGER, PREPAID);
        vm.expectRevert(abi.encodeWithSelector(IRelayFund.BalanceTooLow.selector, 1, 0));
        fund.withdraw(COMMUNITY, STRANGER, 1);
        vm.stopPrank();
        vm.assertEq(address(fund).balance, 5 ether);
    }

    function test_ForcedEther_CannotBeRefunded() external {
        vm.prank(officer);
        fund.withdraw(COMMUNITY, STRANGER, PREPAID - 1);
        _submit(policy, _daily(0));
        _submit(policy, _daily(1));
        vm.assertEq(_refunded(), 1);
        vm.assertEq(address(fund).balance, 5 ether);
    }

    /// @dev Money sent without saying for whom is not taken.
    function test_PlainTransfer_Refused() external {
        (bool success,) = address(fund).call{value: 1}("");
        vm.assertFalse(success);
    }
}

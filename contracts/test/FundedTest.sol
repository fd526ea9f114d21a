// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {ReportingTest} from "./ReportingTest.sol";
import {vm} from "./Vm.sol";

/// @title A community that can report, whose officer has prepaid 10 ether with generous caps; and what transactions cost.
/// @dev A test's body is one transaction, for which everything is cold that setUp has left. Prices are those of the cap.
abstract contract FundedTest is ReportingTest {
    uint256 internal constant BASE_FEE = 10 gwei;
    uint256 internal constant TIP = 1 gwei;
    uint256 internal constant RELAY_MONEY = 1 ether;
    uint256 internal constant PREPAID = 10 ether;
    uint256 internal constant GENEROUS = 1 ether;

    function setUp() public virtual override {
        super.setUp();
        vm.fee(BASE_FEE);
        vm.txGasPrice(BASE_FEE + TIP);
        vm.deal(address(this), 100 ether);
        // An account without money costs 25,000 gas more to pay; a relay that sends transactions has some.
        vm.deal(RELAY, RELAY_MONEY);
        fund.deposit{value: PREPAID}(COMMUNITY);
        _setCaps(GENEROUS, 1_000, uint48(TIP), 0);
    }

    function _memberCount() internal pure virtual override returns (uint256) {
        return 8;
    }

    function _setCaps(uint256 perReport, uint16 reportsPerSlot, uint48 priorityFee, uint8 margin)
        internal
        asOfficer
    {
        fund.setCaps(COMMUNITY, IRelayFund.Caps(perReport, reportsPerSlot, priorityFee, margin));
    }

    function _refunded() internal view returns (uint256) {
        return RELAY.balance - RELAY_MONEY;
    }

    /// @dev What the community has paid, whoever was paid; and that the fund holds the rest.
    function _drawn() internal view returns (uint256) {
        vm.assertEq(address(fund).balance, fund.balanceOf(COMMUNITY));
        return PREPAID - fund.balanceOf(COMMUNITY);
    }

    /// @dev As a transaction of its own, at the price that the caps allow.
    function _costOfLastCall(bytes memory data) internal view returns (uint256) {
        uint256 gas = uint256(vm.lastCallGas().gasTotalUsed) + 21_000;
        for (uint256 i = 0; i < data.length; i++) {
            gas += data[i] == 0 ? 4 : 16;
        }
        return gas * (BASE_FEE + TIP);
    }

    function _calldataOf(IQuarantinePolicy.SignedReport memory r) internal view returns (bytes memory) {
        return abi.encodeCall(
            policy.report, (r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z)
        );
    }
}

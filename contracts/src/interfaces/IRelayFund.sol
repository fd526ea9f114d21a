// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "./ICommunityRegistry.sol";

/// @title Prepaid balances that give relays back what a report cost them. Amounts in wei.
interface IRelayFund {
    /// @notice Limits of one community. Zero until an officer sets them: nothing is refunded.
    ///         perReport: most wei for a report, kept in whole gwei (rounded down), at most 1,099 ether.
    ///         reportsPerSlot: most reports refunded in one local day.
    ///         priorityFee: most wei a gas above the block's base fee.
    ///         marginPercent: what a relay gets on top of its gas, at most MAX_MARGIN_PERCENT.
    struct Caps {
        uint256 perReport;
        uint16 reportsPerSlot;
        uint48 priorityFee;
        uint8 marginPercent;
    }

    event Deposited(bytes32 indexed communityId, address indexed from, uint256 amount);
    event Withdrawn(bytes32 indexed communityId, address indexed to, uint256 amount);
    event CapsSet(
        bytes32 indexed communityId, uint256 perReport, uint16 reportsPerSlot, uint48 priorityFee, uint8 marginPercent
    );
    /// @notice Only of money that the relay has taken.
    event RelayRefunded(bytes32 indexed communityId, address indexed relay, uint256 amount);

    error NotAnOfficer(address account);
    error NotThePolicy(address account, bytes32 communityId, uint64 slot);
    error BalanceTooLow(uint256 amount, uint256 balance);
    error BalanceTooHigh(uint256 balance);
    error CapTooHigh(uint256 perReport);
    error MarginTooHigh(uint8 marginPercent);
    error WithdrawalFailed(address to);
    error ZeroAddress();

    /// @notice Anyone may prepay.
    function deposit(bytes32 communityId) external payable;
    /// @notice Officers only.
    function withdraw(bytes32 communityId, address to, uint256 amount) external;
    /// @notice Officers only.
    function setCaps(bytes32 communityId, Caps calldata caps) external;
    /// @notice The policy in force in the slot, after it has accepted `reports` reports of the community in this call.
    ///         Never reverts for want of money: it pays what balance and caps leave.
    /// @param slot a slot of one of the reports
    /// @param gasUsed gas of these reports up to this call, with their calldata, without the transaction's base cost
    function refund(bytes32 communityId, uint64 slot, address relay, uint256 gasUsed, uint256 reports) external;

    /// @notice Knows the officers, and the policies in force.
    function registry() external view returns (ICommunityRegistry);
    function balanceOf(bytes32 communityId) external view returns (uint256);
    function capsOf(bytes32 communityId) external view returns (Caps memory);
    /// @notice Reports refunded in the current slot.
    function refundedToday(bytes32 communityId) external view returns (uint256);
}

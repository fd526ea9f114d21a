// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Prepaid balances that give relays back what a report cost them. Amounts in wei.
interface IRelayFund {
    /// @notice Limits of one community. All zero until an officer sets them: nothing is refunded.
    ///         perReport, perSlot: most wei for a report, and for the reports submitted in one local day.
    ///         priorityFee: most wei a gas above the block's base fee.
    ///         marginBasisPoints: what a relay gets on top, at most MAX_MARGIN, in 1/10,000 of the gas.
    struct Caps {
        uint96 perReport;
        uint96 perSlot;
        uint48 priorityFee;
        uint16 marginBasisPoints;
    }

    event Deposited(bytes32 indexed communityId, address indexed from, uint256 amount);
    event Withdrawn(bytes32 indexed communityId, address indexed to, uint256 amount);
    event CapsSet(bytes32 indexed communityId, uint96 perReport, uint96 perSlot, uint48 priorityFee, uint16 marginBasisPoints);
    event RelayRefunded(bytes32 indexed communityId, address indexed relay, uint256 amount, uint256 reports);

    error NotAnOfficer(address account);
    error NotThePolicy(address account, bytes32 communityId, uint64 slot);
    error UnknownCommunity(bytes32 communityId);
    error BalanceTooLow(uint256 amount, uint256 balance);
    error BalanceTooHigh(uint256 balance);
    error MarginTooHigh(uint16 marginBasisPoints);
    error WithdrawalFailed(address to);
    error ZeroAddress();

    /// @notice Anyone may prepay.
    function deposit(bytes32 communityId) external payable;
    /// @notice Officers only.
    function withdraw(bytes32 communityId, address to, uint256 amount) external;
    /// @notice Officers only.
    function setCaps(bytes32 communityId, Caps calldata caps) external;
    /// @notice The policy in force in the slot, after it has accepted `reports` reports in this call.
    ///         Never reverts for want of money: it pays what balance and caps leave.
    /// @param gasUsed gas of these reports up to this call, with their calldata, without the transaction's base cost
    function refund(bytes32 communityId, uint64 slot, address relay, uint256 gasUsed, uint256 reports) external;

    function balanceOf(bytes32 communityId) external view returns (uint256);
    function capsOf(bytes32 communityId) external view returns (Caps memory);
    /// @notice Wei refunded in the current slot.
    function refundedToday(bytes32 communityId) external view returns (uint256);
}

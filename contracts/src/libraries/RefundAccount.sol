// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A community's account in the relay fund, one storage word. From the lowest bit: balance (96 bits, wei), cap a
///         report (40, gwei), cap a slot (16, reports), priority fee (48, wei), margin (8, percent), and the day (24, slot)
///         in which so many reports (16) were refunded.
/// @dev Packed by hand: the compiler writes the fields of a struct one after the other, at 600 gas more a refund.
type RefundAccount is uint256;

using RefundAccounts for RefundAccount global;

library RefundAccounts {
    uint256 internal constant MAX_BALANCE = type(uint96).max;
    uint256 internal constant MAX_PER_REPORT_GWEI = type(uint40).max;

    uint256 private constant CAPS_MASK = uint256(type(uint112).max) << 96;

    function balance(RefundAccount account) internal pure returns (uint256) {
        return uint96(RefundAccount.unwrap(account));
    }

    function perReport(RefundAccount account) internal pure returns (uint256) {
        return uint256(uint40(RefundAccount.unwrap(account) >> 96)) * 1 gwei;
    }

    function reportsPerSlot(RefundAccount account) internal pure returns (uint256) {
        return uint16(RefundAccount.unwrap(account) >> 136);
    }

    function priorityFee(RefundAccount account) internal pure returns (uint256) {
        return uint48(RefundAccount.unwrap(account) >> 152);
    }

    function marginPercent(RefundAccount account) internal pure returns (uint256) {
        return uint8(RefundAccount.unwrap(account) >> 200);
    }

    /// @notice Reports refunded in slot `today`.
    function refundedIn(RefundAccount account, uint256 today) internal pure returns (uint256) {
        uint256 word = RefundAccount.unwrap(account);
        return uint24(word >> 208) == today ? word >> 232 : 0;
    }

    /// @param value at most MAX_BALANCE
    function withBalance(RefundAccount account, uint256 value) internal pure returns (RefundAccount) {
        return RefundAccount.wrap(RefundAccount.unwrap(account) & ~MAX_BALANCE | value);
    }

    /// @param perReportGwei at most MAX_PER_REPORT_GWEI
    function withCaps(
        RefundAccount account,
        uint256 perReportGwei,
        uint16 reportsPerSlot_,
        uint48 priorityFee_,
        uint8 marginPercent_
    ) internal pure returns (RefundAccount) {
        uint256 caps = perReportGwei << 96 | uint256(reportsPerSlot_) << 136 | uint256(priorityFee_) << 152
            | uint256(marginPercent_) << 200;
        return RefundAccount.wrap(RefundAccount.unwrap(account) & ~CAPS_MASK | caps);
    }

    /// @notice The account after a refund.
    /// @param amount at most the balance
    /// @param today below 2^24
    /// @param refunded below 2^16
    function afterRefund(RefundAccount account, uint256 amount, uint256 today, uint256 refunded)
        internal
        pure
        returns (RefundAccount)
    {
        unchecked {
            uint256 kept = RefundAccount.unwrap(account) & (CAPS_MASK | MAX_BALANCE);
            return RefundAccount.wrap(kept - amount | today << 208 | refunded << 232);
        }
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "./interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "./interfaces/IRelayFund.sol";
import {RefundAccount, RefundAccounts} from "./libraries/RefundAccount.sol";

/// @title Refunds of relays from balances that an officer prepays, a community each.
/// @dev A refund follows an accepted report only, and a tag is accepted once a scope: members times slots bound what can be
///      drawn, beside the caps.
contract RelayFund is IRelayFund {
    uint8 public constant MAX_MARGIN_PERCENT = 10;

    /// @dev Gas of a refund that no gasleft() of this contract or of a policy sees: the call, the event, the transfer.
    uint256 private constant UNCOUNTED_GAS = 9_700;
    /// @dev What a transaction's first refund costs beside it: the transaction itself, and cold storage.
    uint256 private constant FIRST_GAS = 21_000 + 5_300;
    /// @dev With the 2,300 that the EVM adds: enough for a delegated account (EIP-7702) to take money, or for a contract to
    ///      deposit nothing; too little for a report or a withdrawal.
    uint256 private constant TRANSFER_GAS = 7_700;
    /// @dev The last day on which a report of a slot can be accepted, counted from the slot.
    uint256 private constant REPORTABLE_DAYS = 8;

    ICommunityRegistry public immutable registry;
    mapping(bytes32 communityId => RefundAccount) private _accounts;
    /// @dev Not zero after the first refund of a transaction, so that a contract that submits many reports in one transaction
    ///      is given the transaction's cost once.
    uint256 private transient _transactionPaid;

    constructor(ICommunityRegistry registry_) {
        require(address(registry_) != address(0), ZeroAddress());
        registry = registry_;
    }

    modifier onlyOfficer() {
        require(registry.isOfficer(msg.sender), NotAnOfficer(msg.sender));
        _;
    }

    function deposit(bytes32 communityId) external payable {
        registry.communityOf(communityId);
        RefundAccount account = _accounts[communityId];
        uint256 balance = account.balance() + msg.value;
        require(balance <= RefundAccounts.MAX_BALANCE, BalanceTooHigh(balance));
        _accounts[communityId] = account.withBalance(balance);
        emit Deposited(communityId, msg.sender, msg.value);
    }

    function withdraw(bytes32 communityId, address to, uint256 amount) external onlyOfficer {
        require(to != address(0), ZeroAddress());
        RefundAccount account = _accounts[communityId];
        require(amount <= account.balance(), BalanceTooLow(amount, account.balance()));
        _accounts[communityId] = account.withBalance(account.balance() - amount);
        emit Withdrawn(communityId, to, amount);
        (bool sent,) = to.call{value: amount}("");
        require(sent, WithdrawalFailed(to));
    }

    function setCaps(bytes32 communityId, Caps calldata caps) external onlyOfficer {
        registry.communityOf(communityId);
        require(caps.marginPercent <= MAX_MARGIN_PERCENT, MarginTooHigh(caps.marginPercent));
        uint256 perReportGwei = caps.perReport / 1 gwei;
        require(perReportGwei <= RefundAccounts.MAX_PER_REPORT_GWEI, CapTooHigh(caps.perReport));
        _accounts[communityId] = _accounts[communityId].withCaps(
            perReportGwei, caps.reportsPerSlot, caps.priorityFee, caps.marginPercent
        );
        emit CapsSet(
            communityId, perReportGwei * 1 gwei, caps.reportsPerSlot, caps.priorityFee, caps.marginPercent
        );
    }

    function refund(bytes32 communityId, uint64 slot, address relay, uint256 gasUsed, uint256 reports) external {
        uint256 gasAtStart = gasleft();
        (address policy, uint64 today) = registry.governingPolicy(communityId, slot);
        // A policy that lied would else go on drawing for ever, or before it starts, by a slot of its own.
        bool reportable = slot <= today && today <= uint256(slot) + REPORTABLE_DAYS;
        require(policy == msg.sender && reportable, NotThePolicy(msg.sender, communityId, slot));

        RefundAccount account = _accounts[communityId];
        uint256 refunded = account.refundedIn(today);
        uint256 refundable = _refundable(account, refunded, reports);
        if (refundable == 0) return;

        uint256 amount;
        // The policy counts gas, so nothing here comes near 2^256; amount and refundable are bounded by the account.
        unchecked {
            gasUsed = gasUsed * refundable / reports + _transactionGas() + UNCOUNTED_GAS + gasAtStart - gasleft();
            amount = _amount(account, gasUsed, refundable);
            _accounts[communityId] = account.afterRefund(amount, today, refunded + refundable);
        }
        (bool sent,) = relay.call{value: amount, gas: TRANSFER_GAS}("");
        if (sent) emit RelayRefunded(communityId, relay, amount);
        else _takeBack(communityId, amount);
    }

    function balanceOf(bytes32 communityId) external view returns (uint256) {
        return _accounts[communityId].balance();
    }

    function capsOf(bytes32 communityId) external view returns (Caps memory) {
        RefundAccount account = _accounts[communityId];
        return Caps(
            account.perReport(),
            uint16(account.reportsPerSlot()),
            uint48(account.priorityFee()),
            uint8(account.marginPercent())
        );
    }

    function refundedToday(bytes32 communityId) external view returns (uint256) {
        return _accounts[communityId].refundedIn(registry.currentSlot(communityId));
    }

    function _transactionGas() private returns (uint256) {
        if (_transactionPaid != 0) return 0;
        _transactionPaid = 1;
        return FIRST_GAS;
    }

    /// @dev The relay would not take the money; what it did with its gas stays its own loss.
    function _takeBack(bytes32 communityId, uint256 amount) private {
        RefundAccount account = _accounts[communityId];
        _accounts[communityId] = account.withBalance(account.balance() + amount);
    }

    function _refundable(RefundAccount account, uint256 refunded, uint256 reports) private pure returns (uint256) {
        uint256 most = account.reportsPerSlot();
        if (refunded >= most || account.balance() == 0) return 0;
        unchecked {
            return _least(reports, most - refunded);
        }
    }

    function _amount(RefundAccount account, uint256 gasUsed, uint256 refundable)
        private
        view
        returns (uint256 amount)
    {
        unchecked {
            uint256 price = _least(tx.gasprice, block.basefee + account.priorityFee());
            amount = gasUsed * price * (100 + account.marginPercent()) / 100;
            amount = _least(amount, account.perReport() * refundable);
            amount = _least(amount, account.balance());
        }
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

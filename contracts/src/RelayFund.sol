// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "./interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "./interfaces/IRelayFund.sol";

/// @title Refunds of relays from balances that an officer prepays, a community each.
/// @dev A refund follows an accepted report only, and a tag is accepted once a scope: members times slots bound what can be
///      drawn, beside the caps.
contract RelayFund is IRelayFund {
    /// @dev One storage slot. spent counts in slot `spentIn`.
    struct Account {
        uint96 balance;
        uint96 spent;
        uint64 spentIn;
    }

    /// @notice Highest margin, in 1/10,000.
    uint16 public constant MAX_MARGIN = 1_000;

    uint256 private constant BASE_GAS = 21_000;
    /// @dev Measured: gas of a refund that happens before and after `refund` counts, most of it the transfer.
    uint256 private constant UNCOUNTED_GAS = 14_000;
    /// @dev Enough for a delegated account (EIP-7702) to take money, too little to do harm with.
    uint256 private constant TRANSFER_GAS = 7_700;

    ICommunityRegistry public immutable registry;
    mapping(bytes32 communityId => Account) private _accounts;
    mapping(bytes32 communityId => Caps) private _caps;
    /// @dev Set by the first refund of a transaction, so that a contract that submits many reports in one transaction is
    ///      given its base cost once.
    bool private transient _basePaid;

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
        Account storage account = _accounts[communityId];
        uint256 balance = account.balance + msg.value;
        require(balance <= type(uint96).max, BalanceTooHigh(balance));
        account.balance = uint96(balance);
        emit Deposited(communityId, msg.sender, msg.value);
    }

    function withdraw(bytes32 communityId, address to, uint256 amount) external onlyOfficer {
        require(to != address(0), ZeroAddress());
        Account storage account = _accounts[communityId];
        require(amount <= account.balance, BalanceTooLow(amount, account.balance));
        account.balance -= uint96(amount);
        emit Withdrawn(communityId, to, amount);
        (bool sent,) = to.call{value: amount}("");
        require(sent, WithdrawalFailed(to));
    }

    function setCaps(bytes32 communityId, Caps calldata caps) external onlyOfficer {
        registry.communityOf(communityId);
        require(caps.marginBasisPoints <= MAX_MARGIN, MarginTooHigh(caps.marginBasisPoints));
        _caps[communityId] = caps;
        emit CapsSet(communityId, caps.perReport, caps.perSlot, caps.priorityFee, caps.marginBasisPoints);
    }

    function refund(bytes32 communityId, uint64 slot, address relay, uint256 gasUsed, uint256 reports) external {
        uint256 gasAtStart = gasleft();
        require(
            registry.policyAt(communityId, slot) == msg.sender, NotThePolicy(msg.sender, communityId, slot)
        );
        Account memory account = _accountOfToday(communityId);
        Caps memory caps = _caps[communityId];
        if (account.balance == 0 || caps.perReport == 0) return;

        gasUsed += _baseGas() + UNCOUNTED_GAS + gasAtStart - gasleft();
        uint256 amount = _amount(account, caps, gasUsed, reports);
        account.balance -= uint96(amount);
        account.spent += uint96(amount);
        _accounts[communityId] = account;
        emit RelayRefunded(communityId, relay, amount, reports);
        (bool sent,) = relay.call{value: amount, gas: TRANSFER_GAS}("");
        if (!sent) _takeBack(communityId, amount);
    }

    function balanceOf(bytes32 communityId) external view returns (uint256) {
        return _accounts[communityId].balance;
    }

    function capsOf(bytes32 communityId) external view returns (Caps memory) {
        return _caps[communityId];
    }

    function refundedToday(bytes32 communityId) external view returns (uint256) {
        return _accountOfToday(communityId).spent;
    }

    function _accountOfToday(bytes32 communityId) private view returns (Account memory account) {
        account = _accounts[communityId];
        uint64 today = registry.currentSlot(communityId);
        if (account.spentIn != today) {
            account.spentIn = today;
            account.spent = 0;
        }
    }

    function _baseGas() private returns (uint256) {
        if (_basePaid) return 0;
        _basePaid = true;
        return BASE_GAS;
    }

    function _amount(Account memory account, Caps memory caps, uint256 gasUsed, uint256 reports)
        private
        view
        returns (uint256 amount)
    {
        uint256 price = _least(tx.gasprice, block.basefee + caps.priorityFee);
        amount = gasUsed * price * (10_000 + caps.marginBasisPoints) / 10_000;
        amount = _least(amount, caps.perReport * reports);
        amount = _least(amount, caps.perSlot > account.spent ? caps.perSlot - account.spent : 0);
        amount = _least(amount, account.balance);
    }

    function _takeBack(bytes32 communityId, uint256 amount) private {
        Account storage account = _accounts[communityId];
        account.balance += uint96(amount);
        account.spent -= uint96(amount);
    }

    function _least(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

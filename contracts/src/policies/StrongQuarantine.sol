// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "../interfaces/IRelayFund.sol";
import {QuarantinePolicy} from "./QuarantinePolicy.sol";

/// @title Strong home quarantine: any trip or visit is a violation, and is told at once (paper, 4.1, case 1).
contract StrongQuarantine is QuarantinePolicy {
    /// @param fund_ zero where relays are not refunded
    constructor(ICommunityRegistry registry_, IRelayFund fund_)
        QuarantinePolicy(registry_, fund_, Limits(0, UNLIMITED, UNLIMITED, 0), true)
    {}
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "../interfaces/IRelayFund.sol";
import {QuarantinePolicy} from "./QuarantinePolicy.sol";

/// @title Moderate home quarantine: a brief time outside, for so many trips (paper, 4.1, case 2).
contract ModerateQuarantine is QuarantinePolicy {
    /// @param fund_ zero where relays are not refunded
    constructor(
        ICommunityRegistry registry_,
        IRelayFund fund_,
        uint16 maxTrips,
        uint16 maxMinutesOutside,
        uint16 maxLongestTripMinutes
    )
        QuarantinePolicy(
            registry_,
            fund_,
            Limits(maxTrips, maxMinutesOutside, maxLongestTripMinutes, UNLIMITED),
            false
        )
    {}
}

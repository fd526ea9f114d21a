// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../interfaces/ICommunityRegistry.sol";
import {IRelayFund} from "../interfaces/IRelayFund.sol";
import {QuarantinePolicy} from "./QuarantinePolicy.sol";

/// @title General home quarantine: so many trips a day (paper, 4.1, case 3).
contract GeneralQuarantine is QuarantinePolicy {
    /// @param fund_ zero where relays are not refunded
    constructor(ICommunityRegistry registry_, IRelayFund fund_, uint16 maxTrips)
        QuarantinePolicy(registry_, fund_, Limits(maxTrips, UNLIMITED, UNLIMITED, UNLIMITED), false)
    {}
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {PrecompileSelfTest} from "./libraries/PrecompileSelfTest.sol";
import {Officers} from "./registry/Officers.sol";
import {RingPages} from "./registry/RingPages.sol";
import {Workers} from "./registry/Workers.sol";

/// @title The registry of a health authority: officers, communities, members and their rings, policies, workers.
/// @dev Refuses to be deployed on a chain whose ecrecover differs in a case that the ring signatures rest on.
contract CommunityRegistry is RingPages, Workers {
    /// @param chiefOfficer appoints officers, and is the first of them
    /// @param handOverDelay seconds between the two steps of handing over the chief officer's role
    constructor(address chiefOfficer, uint48 handOverDelay) Officers(chiefOfficer, handOverDelay) {
        PrecompileSelfTest.check();
    }
}

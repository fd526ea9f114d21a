// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The paper's way, for comparison of gas only: thresholds are checked, the ring signature is logged and not verified.
/// @dev A report carries an RSA-2048 ring signature (Rivest, Shamir, Tauman): the glue value and one value a member, 256
///      bytes each; and its ring, either as 2-byte indices of registered keys or as the 256-byte moduli themselves.
contract PaperLog {
    event ReportResult(bytes32 indexed communityId, bytes32 state, bool compliant, bytes ring, bytes signature);

    uint16 private immutable _maxTrips;
    uint16 private immutable _maxMinutesOutside;
    uint16 private immutable _maxVisits;

    constructor(uint16 maxTrips, uint16 maxMinutesOutside, uint16 maxVisits) {
        _maxTrips = maxTrips;
        _maxMinutesOutside = maxMinutesOutside;
        _maxVisits = maxVisits;
    }

    function report(bytes32 communityId, bytes32 state, bytes calldata ring, bytes calldata signature) external {
        uint256 word = uint256(state);
        bool compliant = uint16(word >> 224) <= _maxTrips && uint16(word >> 208) <= _maxMinutesOutside
            && uint16(word >> 176) <= _maxVisits;
        emit ReportResult(communityId, state, compliant, ring, signature);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../interfaces/IRelayFund.sol";
import {Domains} from "../libraries/Domains.sol";
import {LocalDays} from "../libraries/LocalDays.sol";
import {PrecompileSelfTest} from "../libraries/PrecompileSelfTest.sol";
import {ReportStates} from "../libraries/ReportStates.sol";
import {RingSignature} from "../libraries/RingSignature.sol";
import {RingTranscript} from "../libraries/RingTranscript.sol";

/// @title What the policies share: verified, once a scope, in its window, by a member of a ring of its slot.
/// @dev Nothing can be edited after deployment.
abstract contract QuarantinePolicy is IQuarantinePolicy {
    struct Limits {
        uint16 trips;
        uint16 minutesOutside;
        uint16 longestTripMinutes;
        uint16 visits;
    }

    /// @dev What a signature says, without the signature.
    struct Claim {
        bytes32 communityId;
        uint8 kind;
        uint64 slot;
        bytes32 state;
        uint256 page;
        uint256 c0;
        uint256 tagX;
        uint8 tagParity;
    }

    uint16 internal constant UNLIMITED = type(uint16).max;
    uint8 private constant DAILY = 0;
    uint8 private constant ALERT = 1;
    uint256 private constant DAILY_WINDOW = 8 days;
    uint256 private constant ALERT_GRACE = 2 hours;

    /// @dev EIP-2028 and the ABI: selector, nine argument words and the length of z; and a word of z.
    uint256 private constant CALLDATA_GAS = 2_800;
    uint256 private constant CALLDATA_GAS_OF_RESPONSE = 512;

    ICommunityRegistry private immutable _registry;
    IRelayFund private immutable _fund;
    uint16 private immutable _maxTrips;
    uint16 private immutable _maxMinutesOutside;
    uint16 private immutable _maxLongestTripMinutes;
    uint16 private immutable _maxVisits;
    bool private immutable _alerts;

    mapping(uint256 scope => mapping(uint256 tagX => bool)) private _spent;

    constructor(ICommunityRegistry registry_, IRelayFund fund_, Limits memory limits, bool alerts_) {
        require(address(registry_) != address(0), ZeroAddress());
        bool fits = address(fund_) == address(0) || address(fund_.registry()) == address(registry_);
        require(fits, FundOfAnotherRegistry(address(fund_)));
        PrecompileSelfTest.check();
        _registry = registry_;
        _fund = fund_;
        _maxTrips = limits.trips;
        _maxMinutesOutside = limits.minutesOutside;
        _maxLongestTripMinutes = limits.longestTripMinutes;
        _maxVisits = limits.visits;
        _alerts = alerts_;
    }

    function report(
        bytes32 communityId,
        uint8 kind,
        uint64 slot,
        bytes32 state,
        uint256 page,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) external {
        uint256 gasAtStart = gasleft();
        bytes memory refusal = _take(Claim(communityId, kind, slot, state, page, c0, tagX, tagParity), z);
        if (refusal.length != 0) {
            assembly ("memory-safe") {
                revert(add(refusal, 32), mload(refusal))
            }
        }
        _settle(communityId, slot, _gasSince(gasAtStart, z.length), 1);
    }

    function reportBatch(SignedReport[] calldata reports) external returns (uint256 accepted) {
        // Reports of one community in a row are refunded together.
        (uint256 due, uint256 gasUsed, uint64 slot) = (0, 0, 0);
        for (uint256 i = 0; i < reports.length; i++) {
            uint256 gasAtStart = gasleft();
            SignedReport calldata r = reports[i];
            bytes memory refusal = _take(
                Claim(r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity), r.z
            );
            if (refusal.length == 0) {
                accepted++;
                (due, gasUsed, slot) = (due + 1, gasUsed + _gasSince(gasAtStart, r.z.length), r.slot);
            } else {
                emit ReportRefused(i, refusal);
            }
            bool runEnds = i + 1 == reports.length || reports[i + 1].communityId != r.communityId;
            if (runEnds && due != 0) {
                _settle(r.communityId, slot, gasUsed, due);
                (due, gasUsed) = (0, 0);
            }
        }
    }

    function isSpent(bytes32 communityId, uint8 kind, uint64 slot, uint256 tagX) external view returns (bool) {
        return _spent[_scope(communityId, kind, slot)][tagX];
    }

    function alerts() external view returns (bool) {
        return _alerts;
    }

    function complies(bytes32 state) external view returns (bool) {
        require(ReportStates.isWellFormed(state), MalformedState(state));
        return _complies(state);
    }

    function thresholds()
        external
        view
        returns (uint16 maxTrips, uint16 maxMinutesOutside, uint16 maxLongestTripMinutes, uint16 maxVisits)
    {
        return (_maxTrips, _maxMinutesOutside, _maxLongestTripMinutes, _maxVisits);
    }

    function registry() external view returns (address) {
        return address(_registry);
    }

    function fund() external view returns (address) {
        return address(_fund);
    }

    /// @dev Accepts a report, or says why not as an encoded error, so that a batch can go on.
    function _take(Claim memory claim, uint256[] calldata z) private returns (bytes memory refusal) {
        (
            address ring,
            uint256 size,
            bytes32 ringCodeHash,
            uint256 minimumRing,
            address policy,
            int256 utcOffset
        ) = _registry.ringAt(claim.communityId, claim.page, claim.slot);

        if (policy != address(this)) {
            return abi.encodeWithSelector(NotInForce.selector, claim.communityId, claim.slot);
        }
        refusal = _checkWindow(claim.kind, claim.slot, utcOffset);
        if (refusal.length != 0) return refusal;
        if (!ReportStates.isWellFormed(claim.state)) {
            return abi.encodeWithSelector(MalformedState.selector, claim.state);
        }
        if (ring == address(0)) return abi.encodeWithSelector(RingNotInForce.selector, claim.page, claim.slot);
        if (z.length != size || size < minimumRing) {
            return abi.encodeWithSelector(RingSizeMismatch.selector, z.length, size);
        }
        uint256 eps = _scope(claim.communityId, claim.kind, claim.slot);
        if (_spent[eps][claim.tagX]) return abi.encodeWithSelector(TagSpent.selector, claim.tagX);
        if (!_isSigned(claim, eps, ring, ringCodeHash, z)) {
            return abi.encodeWithSelector(SignatureInvalid.selector);
        }
        _spent[eps][claim.tagX] = true;
        _record(claim, ring, ringCodeHash, z);
    }

    function _checkWindow(uint8 kind, uint64 slot, int256 utcOffset) private view returns (bytes memory refusal) {
        if (kind > ALERT) return abi.encodeWithSelector(UnknownKind.selector, kind);
        if (kind == ALERT && !_alerts) return abi.encodeWithSelector(AlertsNotTaken.selector);
        uint256 time = LocalDays.localTime(utcOffset);
        (uint256 opens, uint256 closes) = _window(kind, slot);
        if (time < opens || time >= closes) return abi.encodeWithSelector(OutsideWindow.selector, slot, time);
    }

    /// @dev Local times: from `opens` on, before `closes`.
    function _window(uint8 kind, uint64 slot) private pure returns (uint256 opens, uint256 closes) {
        unchecked {
            uint256 begins = uint256(slot) * LocalDays.DAY;
            uint256 ends = begins + LocalDays.DAY;
            return kind == DAILY ? (ends, ends + DAILY_WINDOW) : (begins, ends + ALERT_GRACE);
        }
    }

    function _isSigned(
        Claim memory claim,
        uint256 eps,
        address ring,
        bytes32 ringCodeHash,
        uint256[] calldata z
    ) private view returns (bool) {
        bytes32 message = RingTranscript.message(
            Domains.MESSAGE,
            address(this),
            claim.communityId,
            ringCodeHash,
            claim.kind,
            claim.slot,
            claim.state,
            msg.sender,
            claim.tagX,
            claim.tagParity
        );
        return RingSignature.verify(message, eps, ring, claim.c0, claim.tagX, claim.tagParity, z);
    }

    function _record(Claim memory claim, address ring, bytes32 ringCodeHash, uint256[] calldata z) private {
        bool compliant = _complies(claim.state);
        emit ReportAccepted(
            claim.communityId, claim.slot, claim.kind, bytes32(claim.tagX), claim.state, compliant
        );
        if (compliant) return;
        emit ViolationReported(
            claim.communityId,
            claim.slot,
            claim.kind,
            claim.state,
            claim.page,
            ring,
            ringCodeHash,
            msg.sender,
            claim.c0,
            claim.tagX,
            claim.tagParity,
            z
        );
    }

    function _complies(bytes32 state) private view returns (bool) {
        return ReportStates.trips(state) <= _maxTrips
            && ReportStates.minutesOutside(state) <= _maxMinutesOutside
            && ReportStates.longestTripMinutes(state) <= _maxLongestTripMinutes
            && ReportStates.visits(state) <= _maxVisits;
    }

    function _settle(bytes32 communityId, uint64 slot, uint256 gasUsed, uint256 reports) private {
        if (address(_fund) != address(0)) _fund.refund(communityId, slot, msg.sender, gasUsed, reports);
    }

    /// @dev Gas of a report since gasAtStart, and of its calldata.
    function _gasSince(uint256 gasAtStart, uint256 responses) private view returns (uint256) {
        unchecked {
            return gasAtStart - gasleft() + CALLDATA_GAS + CALLDATA_GAS_OF_RESPONSE * responses;
        }
    }

    function _scope(bytes32 communityId, uint8 kind, uint64 slot) private view returns (uint256) {
        return RingTranscript.scope(Domains.TAG, address(this), communityId, kind, slot);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../interfaces/IQuarantinePolicy.sol";
import {KeyPages} from "../libraries/KeyPages.sol";
import {LocalDays} from "../libraries/LocalDays.sol";
import {Officers} from "./Officers.sol";

/// @title Communities and the policy in force in each of their slots.
abstract contract Communities is Officers {
    /// @dev One storage slot, because every report reads it. `policy` is the last one scheduled.
    struct Community {
        address policy;
        uint24 policyFrom;
        uint16 formerPolicies;
        int24 utcOffset;
        uint8 pageSize;
        uint8 minimumRing;
        uint16 number;
    }

    struct FormerPolicy {
        address policy;
        uint24 fromSlot;
    }

    int32 private constant EARLIEST_OFFSET = -12 hours;
    int32 private constant LATEST_OFFSET = 14 hours;

    mapping(bytes32 communityId => Community) private _communities;
    mapping(bytes32 communityId => mapping(uint256 index => FormerPolicy)) private _formerPolicies;
    bytes32[] private _ids;

    function createCommunity(bytes32 communityId, int32 utcOffset, uint8 pageSize, uint8 minimumRing)
        external
        onlyOfficer
    {
        Community storage community = _communities[communityId];
        require(community.number == 0, CommunityExists(communityId));
        require(utcOffset >= EARLIEST_OFFSET && utcOffset <= LATEST_OFFSET, OffsetOutOfRange(utcOffset));
        require(
            minimumRing >= 2 && minimumRing <= pageSize
                && uint256(pageSize) + minimumRing <= KeyPages.MAX_KEYS + 1,
            PageSizeOutOfRange(pageSize, minimumRing)
        );
        require(_ids.length < type(uint16).max, TooManyCommunities());
        _ids.push(communityId);
        community.utcOffset = int24(utcOffset);
        community.pageSize = pageSize;
        community.minimumRing = minimumRing;
        community.number = uint16(_ids.length);
        emit CommunityCreated(communityId, utcOffset, pageSize, minimumRing);
    }

    function schedulePolicy(bytes32 communityId, address policy, uint64 fromSlot) external onlyOfficer {
        Community storage community = _community(communityId);
        uint64 earliest = LocalDays.today(community.utcOffset) + (community.policy == address(0) ? 0 : 1);
        require(fromSlot >= earliest && fromSlot <= type(uint24).max, SlotTooEarly(fromSlot, earliest));
        require(policy.code.length != 0, NotAPolicy(policy));
        require(IQuarantinePolicy(policy).registry() == address(this), NotAPolicy(policy));
        _retirePolicies(communityId, community, uint24(fromSlot));
        community.policy = policy;
        community.policyFrom = uint24(fromSlot);
        emit PolicyScheduled(communityId, policy, fromSlot);
    }

    function currentSlot(bytes32 communityId) external view returns (uint64) {
        return LocalDays.today(_community(communityId).utcOffset);
    }

    function policyAt(bytes32 communityId, uint64 slot) external view returns (address) {
        return _policyAt(communityId, _communities[communityId], slot);
    }

    function governingPolicy(bytes32 communityId, uint64 slot) external view returns (address policy, uint64 today) {
        Community storage community = _communities[communityId];
        return (_policyAt(communityId, community, slot), LocalDays.today(community.utcOffset));
    }

    function communityOf(bytes32 communityId)
        external
        view
        returns (int32 utcOffset, uint8 pageSize, uint8 minimumRing)
    {
        Community storage community = _community(communityId);
        return (community.utcOffset, community.pageSize, community.minimumRing);
    }

    function _community(bytes32 communityId) internal view returns (Community storage community) {
        community = _communities[communityId];
        require(community.number != 0, UnknownCommunity(communityId));
    }

    function _communityOrNone(bytes32 communityId) internal view returns (Community storage) {
        return _communities[communityId];
    }

    function _communityId(uint16 number) internal view returns (bytes32) {
        return number == 0 ? bytes32(0) : _ids[number - 1];
    }

    function _policyAt(bytes32 communityId, Community storage community, uint64 slot)
        internal
        view
        returns (address)
    {
        (address policy, uint256 former) = (community.policy, community.formerPolicies);
        if (slot >= community.policyFrom) return policy;
        for (uint256 i = former; i != 0; i--) {
            FormerPolicy storage term = _formerPolicies[communityId][i];
            if (slot >= term.fromSlot) return term.policy;
        }
        return address(0);
    }

    /// @dev Keeps what is in force before fromSlot; what was to start in or after it never starts.
    function _retirePolicies(bytes32 communityId, Community storage community, uint24 fromSlot) private {
        if (community.policy == address(0)) return;
        uint16 count = community.formerPolicies;
        if (community.policyFrom < fromSlot) {
            community.formerPolicies = ++count;
            _formerPolicies[communityId][count] = FormerPolicy(community.policy, community.policyFrom);
            return;
        }
        while (count != 0 && _formerPolicies[communityId][count].fromSlot >= fromSlot) count--;
        community.formerPolicies = count;
    }
}

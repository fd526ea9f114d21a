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
        uint32 policyFrom;
        int24 utcOffset;
        uint8 pageSize;
        uint8 minimumRing;
        uint24 number;
    }

    struct FormerPolicy {
        address policy;
        uint32 fromSlot;
    }

    int32 private constant EARLIEST_OFFSET = -12 hours;
    int32 private constant LATEST_OFFSET = 14 hours;

    mapping(bytes32 communityId => Community) private _communities;
    mapping(bytes32 communityId => FormerPolicy[]) private _formerPolicies;
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
        require(_ids.length < type(uint24).max, TooManyCommunities());
        _ids.push(communityId);
        community.utcOffset = int24(utcOffset);
        community.pageSize = pageSize;
        community.minimumRing = minimumRing;
        community.number = uint24(_ids.length);
        emit CommunityCreated(communityId, utcOffset, pageSize, minimumRing);
    }

    function schedulePolicy(bytes32 communityId, address policy, uint64 fromSlot) external onlyOfficer {
        Community storage community = _community(communityId);
        uint64 earliest = LocalDays.today(community.utcOffset) + (community.policy == address(0) ? 0 : 1);
        require(fromSlot >= earliest && fromSlot < type(uint32).max, SlotTooEarly(fromSlot, earliest));
        require(policy.code.length != 0, NotAPolicy(policy));
        require(IQuarantinePolicy(policy).registry() == address(this), NotAPolicy(policy));
        _retirePolicies(communityId, community, uint32(fromSlot));
        community.policy = policy;
        community.policyFrom = uint32(fromSlot);
        emit PolicyScheduled(communityId, policy, fromSlot);
    }

    function currentSlot(bytes32 communityId) external view returns (uint64) {
        return LocalDays.today(_community(communityId).utcOffset);
    }

    function policyAt(bytes32 communityId, uint64 slot) external view returns (address) {
        return _policyAt(communityId, _communities[communityId], slot);
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

    function _communityId(uint24 number) internal view returns (bytes32) {
        return number == 0 ? bytes32(0) : _ids[number - 1];
    }

    function _policyAt(bytes32 communityId, Community memory community, uint64 slot)
        internal
        view
        returns (address)
    {
        if (slot >= community.policyFrom) return community.policy;
        FormerPolicy[] storage former = _formerPolicies[communityId];
        for (uint256 i = former.length; i != 0; i--) {
            FormerPolicy memory term = former[i - 1];
            if (slot >= term.fromSlot) return term.policy;
        }
        return address(0);
    }

    /// @dev Keeps what is in force before fromSlot; what was to start in or after it never starts.
    function _retirePolicies(bytes32 communityId, Community storage community, uint32 fromSlot) private {
        if (community.policy == address(0)) return;
        FormerPolicy[] storage former = _formerPolicies[communityId];
        if (community.policyFrom < fromSlot) {
            former.push(FormerPolicy(community.policy, community.policyFrom));
            return;
        }
        while (former.length != 0 && former[former.length - 1].fromSlot >= fromSlot) former.pop();
    }
}

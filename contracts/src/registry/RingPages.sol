// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {Blockhash} from "@openzeppelin/contracts/utils/Blockhash.sol";
import {KeyPages} from "../libraries/KeyPages.sol";
import {LocalDays} from "../libraries/LocalDays.sol";
import {Members} from "./Members.sol";

/// @title Rounds that cut the queue into ring pages, in an order nobody chooses.
/// @dev The officer closes a round; the hash of a later block orders its pool; anyone cuts it. Pages begin and end on a
///      slot's border, so the rings of a slot never change while it lasts, nor after it.
abstract contract RingPages is Members {
    /// @dev One storage slot, because every report reads it.
    struct StoredPage {
        address code;
        uint32 fromSlot;
        uint32 untilSlot;
        uint8 size;
    }

    /// @dev Blocks from a round's closing to the one whose hash orders its pool.
    uint256 private constant SEED_DELAY = 2;
    /// @dev Ends of a page that no closed round has dissolved, and of one whose round is not cut yet.
    uint32 private constant OPEN_END = type(uint32).max;
    uint32 private constant CLOSED_END = type(uint32).max - 1;

    mapping(bytes32 communityId => mapping(uint256 page => StoredPage)) private _pages;
    mapping(bytes32 communityId => uint256) private _pageCounts;
    mapping(bytes32 communityId => uint32[]) private _dissolving;
    mapping(bytes32 communityId => bytes32) private _seeds;

    function closeQueue(bytes32 communityId, uint256[] calldata dissolved) external onlyOfficer {
        Community memory community = _community(communityId);
        Intake memory intake = _intakes[communityId];
        require(intake.poolSize == 0, RoundNotCut(communityId));
        require(dissolved.length <= MAX_PAGES, TooManyPages(dissolved.length, MAX_PAGES));
        intake.closedIn = uint32(LocalDays.today(community.utcOffset));
        uint256 pool = intake.queued;
        for (uint256 i = 0; i < dissolved.length; i++) {
            pool += _dissolve(communityId, community.utcOffset, dissolved[i], intake);
        }
        require(pool >= community.minimumRing, PoolTooSmall(pool, community.minimumRing));
        uint256 maximum = _maxPool(community.pageSize);
        require(pool <= maximum, PoolTooLarge(pool, maximum));

        intake.openRound++;
        intake.queued = 0;
        intake.poolSize = uint32(pool);
        intake.seedBlock = uint64(block.number + SEED_DELAY);
        _intakes[communityId] = intake;
        emit QueueClosed(communityId, intake.openRound, intake.seedBlock, pool, dissolved);
    }

    function fixSeed(bytes32 communityId) external {
        _fixSeed(communityId, _closedRound(communityId));
    }

    function postponeSeed(bytes32 communityId) external {
        Intake memory intake = _closedRound(communityId);
        bool lapsed = _seeds[communityId] == 0 && block.number > intake.seedBlock
            && Blockhash.blockHash(intake.seedBlock) == 0;
        require(lapsed, SeedNotLapsed(intake.seedBlock));
        intake.seedBlock = uint64(block.number + SEED_DELAY);
        _intakes[communityId] = intake;
        emit SeedPostponed(communityId, intake.openRound, intake.seedBlock);
    }

    function cutPages(bytes32 communityId, bytes32[] calldata ringKeys) external {
        Community memory community = _community(communityId);
        Intake memory intake = _closedRound(communityId);
        bytes32 seed = _fixSeed(communityId, intake);
        require(ringKeys.length == intake.poolSize, PoolSizeMismatch(ringKeys.length, intake.poolSize));
        _checkOrder(seed, ringKeys);

        bytes32[] memory seated = _leaveWhereReleased(community, intake, ringKeys);
        uint32 fromSlot = uint32(LocalDays.today(community.utcOffset) + 1);
        uint256 start = 0;
        while (start < seated.length) {
            uint256 size = _nextSize(seated.length - start, community.pageSize, community.minimumRing);
            _cut(communityId, intake.openRound, fromSlot, seated, start, size);
            start += size;
        }
        _endDissolved(communityId, fromSlot);
        delete _seeds[communityId];
        intake.poolSize = 0;
        _intakes[communityId] = intake;
    }

    function pageCount(bytes32 communityId) external view returns (uint256) {
        return _pageCounts[communityId];
    }

    function pageAt(bytes32 communityId, uint256 page) external view returns (Page memory) {
        StoredPage memory stored = _pages[communityId][page];
        uint64 untilSlot = stored.untilSlot >= CLOSED_END ? type(uint64).max : stored.untilSlot;
        return Page(stored.code, stored.fromSlot, untilSlot, stored.size, stored.code.codehash);
    }

    function queueOf(bytes32 communityId) external view returns (Queue memory) {
        Intake memory intake = _intakes[communityId];
        return Queue(
            _openRound(intake), intake.queued, intake.poolSize, intake.seedBlock, _seeds[communityId]
        );
    }

    function ringAt(bytes32 communityId, uint256 page, uint64 slot)
        external
        view
        returns (
            address ring,
            uint256 size,
            bytes32 codeHash,
            uint256 minimumRing,
            address policy,
            int256 utcOffset
        )
    {
        Community storage community = _communityOrNone(communityId);
        minimumRing = community.minimumRing;
        policy = _policyAt(communityId, community, slot);
        utcOffset = community.utcOffset;
        StoredPage storage stored = _pages[communityId][page];
        if (slot >= stored.fromSlot && slot < stored.untilSlot) {
            ring = stored.code;
            size = stored.size;
            codeHash = ring.codehash;
        }
    }

    /// @dev Takes the members of a page out of it: those whose house number still holds in the coming slot join the pool
    ///      with their latest key, the others leave. The page itself stays in force until the round is cut.
    /// @return pooled how many joined
    function _dissolve(bytes32 communityId, int256 utcOffset, uint256 page, Intake memory intake)
        private
        returns (uint256 pooled)
    {
        StoredPage memory stored = _pages[communityId][page];
        // A page that has not served yet would let an officer cut again and again until the order suits.
        bool served = stored.fromSlot <= intake.closedIn;
        require(stored.untilSlot == OPEN_END && served, PageNotDissolvable(page));
        _pages[communityId][page].untilSlot = CLOSED_END;
        _dissolving[communityId].push(uint32(page));

        uint256[] memory keys = KeyPages.read(stored.code);
        for (uint256 i = 0; i < keys.length; i++) {
            Member storage member = _members[_ringKeys[bytes32(keys[i])].owner];
            bool stays = !member.revoked && !_isReleased(member, utcOffset, intake.closedIn);
            member.page = 0;
            if (stays) {
                member.round = _openRound(intake);
                pooled++;
            }
        }
    }

    /// @dev Whether the house number ends by the end of the slot in which the round was closed. Not of the slot in which it is
    ///      cut: waiting to cut would change the pages.
    function _isReleased(Member storage member, int256 utcOffset, uint32 closedIn) private view returns (bool) {
        return LocalDays.slotOf(member.expiresAt, utcOffset) <= uint256(closedIn) + 1;
    }

    function _closedRound(bytes32 communityId) private view returns (Intake memory intake) {
        intake = _intakes[communityId];
        require(intake.poolSize != 0, NoClosedRound(communityId));
    }

    function _fixSeed(bytes32 communityId, Intake memory intake) private returns (bytes32 seed) {
        seed = _seeds[communityId];
        if (seed != 0) return seed;
        require(block.number > intake.seedBlock, SeedNotKnown(intake.seedBlock));
        seed = Blockhash.blockHash(intake.seedBlock);
        require(seed != 0, SeedLapsed(intake.seedBlock));
        _seeds[communityId] = seed;
        emit SeedFixed(communityId, intake.openRound, intake.seedBlock, seed);
    }

    /// @dev Strictly ascending hashes are also distinct keys.
    function _checkOrder(bytes32 seed, bytes32[] calldata ringKeys) private pure {
        bytes32 last = 0;
        for (uint256 i = 0; i < ringKeys.length; i++) {
            bytes32 position = keccak256(abi.encodePacked(seed, ringKeys[i]));
            require(position > last, PoolOutOfOrder(i));
            last = position;
        }
    }

    /// @dev A remainder of at least the minimum is a page of its own; a smaller one joins the page before it.
    function _nextSize(uint256 left, uint256 pageSize, uint256 minimumRing) private pure returns (uint256) {
        return left < pageSize + minimumRing ? left : pageSize;
    }

    /// @dev Empties the pool. Members who were queued for so long that they are released before the pages begin get no seat;
    ///      should too few be left for a ring, no report of theirs is taken until their page is merged with others.
    /// @return seated the keys of the others, in their order
    function _leaveWhereReleased(Community memory community, Intake memory intake, bytes32[] calldata ringKeys)
        private
        returns (bytes32[] memory seated)
    {
        uint256 count = 0;
        seated = new bytes32[](ringKeys.length);
        for (uint256 i = 0; i < ringKeys.length; i++) {
            RingKey memory key = _ringKeys[ringKeys[i]];
            Member storage member = _members[key.owner];
            bool pooled = member.community == community.number && member.round == intake.openRound
                && member.generation == key.generation;
            require(pooled, NotInPool(ringKeys[i]));
            member.round = 0;
            if (!_isReleased(member, community.utcOffset, intake.closedIn)) seated[count++] = ringKeys[i];
        }
        assembly ("memory-safe") {
            mstore(seated, count)
        }
    }

    function _cut(
        bytes32 communityId,
        uint32 round,
        uint32 fromSlot,
        bytes32[] memory ringKeys,
        uint256 start,
        uint256 size
    ) private {
        uint256 page = _pageCounts[communityId]++;
        uint256[] memory keys = new uint256[](size);
        for (uint256 i = 0; i < size; i++) {
            bytes32 ringX = ringKeys[start + i];
            keys[i] = uint256(ringX);
            _members[_ringKeys[ringX].owner].page = uint32(page + 1);
        }
        address code = KeyPages.write(Arrays.sort(keys));
        _pages[communityId][page] = StoredPage(code, fromSlot, OPEN_END, uint8(size));
        emit PageCut(communityId, page, round, code, code.codehash, fromSlot);
    }

    function _endDissolved(bytes32 communityId, uint32 fromSlot) private {
        uint32[] storage dissolving = _dissolving[communityId];
        for (uint256 i = dissolving.length; i != 0; i--) {
            uint256 page = dissolving[i - 1];
            _pages[communityId][page].untilSlot = fromSlot;
            dissolving.pop();
            emit PageDissolved(communityId, page, fromSlot);
        }
    }
}

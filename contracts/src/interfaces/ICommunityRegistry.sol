// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Communities, their members' keys in ring pages, their policies, officers and workers.
/// @notice Times are Unix seconds; a slot is a local day: floor((time + utcOffset) / 86,400).
interface ICommunityRegistry {
    /// @notice An officer's certificate: this blockchain address is a gateway of this community (paper, 3.1).
    ///         expiresAt is the release date, on a border between two slots.
    struct VirtualHouseNumber {
        bytes32 communityId;
        address gateway;
        uint64 issuedAt;
        uint64 expiresAt;
    }

    /// @notice What a gateway shows to be admitted. Signatures are 65 bytes r, s, v (v 27 or 28, low s).
    struct Admission {
        VirtualHouseNumber houseNumber;
        bytes officerSignature;
        bytes32 ringX;
        bytes32 sealingX;
        bytes32 sealingY;
        bytes accountSignature;
        bytes sealingSignature;
        address possessionCommitment;
        uint256 possessionResponse;
    }

    /// @notice A ring: keys as contract code `00 || P_0.x || ... || P_{n-1}.x`, in force from fromSlot, before untilSlot.
    ///         untilSlot is type(uint64).max while the page is not dissolved.
    struct Page {
        address code;
        uint64 fromSlot;
        uint64 untilSlot;
        uint16 size;
        bytes32 codeHash;
    }

    struct Worker {
        bytes32 keyX;
        bytes32 keyY;
        bool registered;
        bool onDuty;
    }

    /// @notice Where a member stands.
    ///         queuedRound: the round whose pool takes its key, 0 for none. inPage: whether an undissolved page holds a key of it.
    struct Membership {
        bytes32 communityId;
        uint64 queuedRound;
        bool inPage;
        uint256 page;
    }

    /// @notice The queue of a community, and the round that is closed but not yet cut.
    ///         openRound: the round that admissions join; queued: how many have. poolSize: keys of the closed round
    ///         openRound - 1, 0 where no round waits to be cut. seed: zero until it is fixed.
    struct Queue {
        uint64 openRound;
        uint64 queued;
        uint64 poolSize;
        uint64 seedBlock;
        bytes32 seed;
    }

    event CommunityCreated(bytes32 indexed communityId, int32 utcOffset, uint8 pageSize, uint8 minimumRing);
    event MemberAdmitted(
        bytes32 indexed communityId,
        address indexed gateway,
        uint64 issuedAt,
        uint64 expiresAt,
        bytes32 ringX,
        bytes32 sealingX,
        bytes32 sealingY
    );
    event MemberRenewed(bytes32 indexed communityId, address indexed gateway, uint64 issuedAt, uint64 expiresAt);
    /// @notice The member's latest ring key joins the pool of this round. A member whose former key still stands in a page
    ///         is not queued: its latest key joins the pool when that page is dissolved.
    event MemberQueued(bytes32 indexed communityId, address indexed gateway, uint256 round);
    event MemberRevoked(bytes32 indexed communityId, address indexed gateway);
    /// @notice The pool (queued members and those of the dissolved pages) is fixed; the seed is the hash of block seedBlock.
    event QueueClosed(bytes32 indexed communityId, uint256 round, uint256 seedBlock, uint256 poolSize, uint256[] dissolved);
    event SeedFixed(bytes32 indexed communityId, uint256 round, uint256 seedBlock, bytes32 seed);
    /// @notice Nobody fixed the seed while its block's hash could be had; it will be the hash of this later block.
    event SeedPostponed(bytes32 indexed communityId, uint256 round, uint256 seedBlock);
    event PageCut(bytes32 indexed communityId, uint256 indexed page, uint256 round, address code, bytes32 codeHash, uint64 fromSlot);
    event PageDissolved(bytes32 indexed communityId, uint256 indexed page, uint64 untilSlot);
    /// @notice In force from fromSlot until the next one's; it takes the place of all scheduled from that slot on.
    event PolicyScheduled(bytes32 indexed communityId, address indexed policy, uint64 fromSlot);
    event WorkerRegistered(bytes32 indexed communityId, address indexed worker, bytes32 keyX, bytes32 keyY);
    event WorkerDutyChanged(bytes32 indexed communityId, address indexed worker, bool onDuty);
    event WorkerRemoved(bytes32 indexed communityId, address indexed worker);
    event HandOverOffered(address indexed officer, address indexed successor);
    event HandOverAccepted(address indexed officer, address indexed successor);

    error UnknownCommunity(bytes32 communityId);
    error CommunityExists(bytes32 communityId);
    error OffsetOutOfRange(int32 utcOffset);
    /// @notice 2 <= minimumRing <= pageSize and pageSize + minimumRing <= 65, so that a remainder always finds a page.
    error PageSizeOutOfRange(uint8 pageSize, uint8 minimumRing);
    error TooManyCommunities();

    error SlotTooEarly(uint64 fromSlot, uint64 earliest);
    error NotAPolicy(address policy);

    error NotAnOfficer(address account);
    error NoHandOver(address officer, address successor);
    error RoleNotRenounceable(bytes32 role);

    error HouseNumberOutdated(address gateway, uint64 issuedAt, uint64 latest);
    error IssuedInFuture(uint64 issuedAt);
    error ExpiryPassed(uint64 expiresAt);
    error ExpiryOutOfRange(uint64 expiresAt);
    error ExpiryOffBorder(uint64 expiresAt);
    error AccountSignatureInvalid(address gateway);
    error SealingSignatureInvalid(bytes32 sealingX);
    error RingKeyInvalid(bytes32 ringX);
    error RingKeyUsed(bytes32 ringX);
    error PossessionUnproven(bytes32 ringX);
    /// @notice Account, ring and sealing key must be three keys.
    error KeysNotSeparate(address gateway);
    error MemberElsewhere(address gateway, bytes32 communityId);
    error MemberInClosedPool(address gateway);
    error UnknownMember(address gateway);
    error MemberAlreadyRevoked(address gateway);

    error QueueFull(bytes32 communityId);
    error RoundNotCut(bytes32 communityId);
    error NoClosedRound(bytes32 communityId);
    error PageNotDissolvable(uint256 page);
    error PoolTooSmall(uint256 poolSize, uint256 minimum);
    error PoolTooLarge(uint256 poolSize, uint256 maximum);
    error TooManyPages(uint256 pages, uint256 maximum);
    error PoolSizeMismatch(uint256 given, uint256 poolSize);
    error NotInPool(bytes32 ringX);
    error PoolOutOfOrder(uint256 position);
    error SeedNotKnown(uint256 seedBlock);
    error SeedLapsed(uint256 seedBlock);
    error SeedNotLapsed(uint256 seedBlock);

    error WorkerKeyInvalid(bytes32 keyX);
    error UnknownWorker(address worker);
    error ZeroAddress();

    /// @notice Officers only. utcOffset in seconds, -12 to +14 hours; pageSize is the target size of a ring.
    function createCommunity(bytes32 communityId, int32 utcOffset, uint8 pageSize, uint8 minimumRing) external;
    /// @notice Officers only. fromSlot is later than the current slot; the first policy may start in the current one.
    function schedulePolicy(bytes32 communityId, address policy, uint64 fromSlot) external;
    /// @notice Officers only. Admits members, or changes the keys of members; all of them or none.
    function admit(Admission[] calldata admissions) external;
    /// @notice Officers only. A later house number with the keys kept: extends, shortens, reinstates.
    function renew(VirtualHouseNumber calldata houseNumber, bytes calldata officerSignature) external;
    /// @notice Officers only. The account is no member from then on. Its key leaves the queue at once, but a ring or a closed
    ///         pool only by a round that dissolves the page it stands in: until then it can report.
    function revoke(bytes32 communityId, address gateway) external;
    /// @notice Officers only. Pages can be dissolved from the first slot on that they are in force.
    function closeQueue(bytes32 communityId, uint256[] calldata dissolved) external;
    /// @notice Anyone. Records the hash of the seed block while the chain still knows it (8,191 blocks where EIP-2935 is
    ///         active, else 256), so that nobody can wait for a better one.
    function fixSeed(bytes32 communityId) external;
    /// @notice Anyone. Names a later seed block where the hash of the first was lost before anyone fixed it.
    function postponeSeed(bytes32 communityId) external;
    /// @notice Anyone. Cuts the closed round's pool into pages, in force from the next slot; fixes the seed where nobody has.
    /// @param ringKeys The whole pool in ascending order of keccak256(seed || ringKey). Members who are released by the
    ///        end of the slot in which the round was closed get no seat.
    function cutPages(bytes32 communityId, bytes32[] calldata ringKeys) external;
    /// @notice Officers only. For a registered worker: the key takes the place of the former.
    function registerWorker(bytes32 communityId, address worker, bytes32 keyX, bytes32 keyY) external;
    /// @notice The worker itself.
    function rotateWorkerKey(bytes32 communityId, bytes32 keyX, bytes32 keyY) external;
    /// @notice Officers and the worker itself.
    function setWorkerDuty(bytes32 communityId, address worker, bool onDuty) external;
    /// @notice Officers only.
    function removeWorker(bytes32 communityId, address worker) external;
    /// @notice Officers: offers the own officer role to a successor, or takes the offer back with the zero address.
    function offerHandOver(address successor) external;
    /// @notice The successor: the role moves from the officer to the caller.
    function acceptHandOver(address officer) external;

    function currentSlot(bytes32 communityId) external view returns (uint64);
    /// @notice The policy in force in a slot; zero where none is, and for an unknown community.
    function policyAt(bytes32 communityId, uint64 slot) external view returns (address);
    /// @notice policyAt and currentSlot in one call.
    function governingPolicy(bytes32 communityId, uint64 slot) external view returns (address policy, uint64 today);
    function pageCount(bytes32 communityId) external view returns (uint256);
    function pageAt(bytes32 communityId, uint256 page) external view returns (Page memory);
    function houseNumberOf(address gateway) external view returns (VirtualHouseNumber memory houseNumber, bool revoked);
    function membershipOf(address gateway) external view returns (Membership memory);
    /// @notice The gateway that registered a ring key, and whether it is that gateway's latest.
    function ringKeyOwner(bytes32 ringX) external view returns (address gateway, bool latest);
    function workerOf(bytes32 communityId, address worker) external view returns (Worker memory);
    function isWorker(bytes32 communityId, address worker) external view returns (bool);
    function isOfficer(address account) external view returns (bool);
    /// @notice Admitted, neither revoked nor expired.
    function isMember(bytes32 communityId, address gateway) external view returns (bool);
    function queueOf(bytes32 communityId) external view returns (Queue memory);
    function communityOf(bytes32 communityId)
        external
        view
        returns (int32 utcOffset, uint8 pageSize, uint8 minimumRing);

    /// @notice What verifying a report of a slot needs, in one call that never reverts.
    /// @return ring code of the page; zero where the page is not in force in the slot
    /// @return size number of keys
    /// @return codeHash hash of the code
    /// @return minimumRing smallest ring of the community
    /// @return policy in force in the slot
    /// @return utcOffset seconds
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
        );
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Communities, their members' keys in ring pages, their policies, officers and workers.
/// @notice Times are Unix seconds; a slot is a local day: floor((time + utcOffset) / 86,400).
interface ICommunityRegistry {
    /// @notice An officer's certificate: this blockchain address is a gateway of this community (paper, 3.1).
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
    event MemberRevoked(bytes32 indexed communityId, address indexed gateway);
    /// @notice The pool (queued members and those of the dissolved pages) is fixed; the seed is the hash of block seedBlock.
    event QueueClosed(bytes32 indexed communityId, uint256 round, uint256 seedBlock, uint256 poolSize, uint256[] dissolved);
    event PageCut(bytes32 indexed communityId, uint256 indexed page, uint256 round, address code, bytes32 codeHash, uint64 fromSlot);
    event PageDissolved(bytes32 indexed communityId, uint256 indexed page, uint64 untilSlot);
    event PolicyScheduled(bytes32 indexed communityId, address indexed policy, uint64 fromSlot);
    event WorkerRegistered(bytes32 indexed communityId, address indexed worker, bytes32 keyX, bytes32 keyY);
    event WorkerDutyChanged(bytes32 indexed communityId, address indexed worker, bool onDuty);
    event WorkerRemoved(bytes32 indexed communityId, address indexed worker);

    function createCommunity(bytes32 communityId, int32 utcOffset, uint8 pageSize, uint8 minimumRing) external;
    function schedulePolicy(bytes32 communityId, address policy, uint64 fromSlot) external;
    function admit(Admission[] calldata admissions) external;
    function renew(VirtualHouseNumber calldata houseNumber, bytes calldata officerSignature) external;
    function revoke(bytes32 communityId, address gateway) external;
    function closeQueue(bytes32 communityId, uint256[] calldata dissolved) external;
    /// @param ringKeys The whole pool in ascending order of keccak256(seed || ringKey).
    function cutPages(bytes32 communityId, bytes32[] calldata ringKeys) external;
    function registerWorker(bytes32 communityId, address worker, bytes32 keyX, bytes32 keyY) external;
    function setWorkerDuty(bytes32 communityId, address worker, bool onDuty) external;
    function removeWorker(bytes32 communityId, address worker) external;

    function currentSlot(bytes32 communityId) external view returns (uint64);
    function policyAt(bytes32 communityId, uint64 slot) external view returns (address);
    function pageCount(bytes32 communityId) external view returns (uint256);
    function pageAt(bytes32 communityId, uint256 page) external view returns (Page memory);
    function houseNumberOf(address gateway) external view returns (VirtualHouseNumber memory houseNumber, bool revoked);
    function workerOf(bytes32 communityId, address worker) external view returns (Worker memory);
    function isMember(bytes32 communityId, address gateway) external view returns (bool);
}

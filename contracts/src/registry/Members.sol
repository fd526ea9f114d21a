// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {LocalDays} from "../libraries/LocalDays.sol";
import {RingKeys} from "../libraries/RingKeys.sol";
import {Secp256k1} from "../libraries/Secp256k1.sol";
import {Communities} from "./Communities.sol";

/// @title Virtual house numbers, the keys registered with them, and the queue for the next pages.
/// @dev A member's latest ring key is queued (`round` is the open one), pooled (`round` is the closed one), or waits for
///      the page in which a key of the member stands (`page`) to be dissolved. Never two of them, so that no slot of
///      a community has two keys of one member, and no member two tags in one scope. Who leaves one community for another
///      stands in rings of both until the first one's round is cut.
abstract contract Members is Communities, EIP712 {
    /// @dev One storage slot. `page` is the index plus one; 0 means no page.
    struct Member {
        uint16 community;
        uint48 issuedAt;
        uint48 expiresAt;
        uint32 round;
        uint32 page;
        uint16 generation;
        bool revoked;
    }

    /// @dev One storage slot, written once: a ring key is never registered twice. It is the owner's latest key while
    ///      the generations are equal.
    struct RingKey {
        address owner;
        uint16 generation;
    }

    /// @dev One storage slot. Round `openRound` takes admissions; the one before it, closed in slot `closedIn`, waits to be
    ///      cut while poolSize != 0.
    struct Intake {
        uint32 openRound;
        uint32 queued;
        uint32 poolSize;
        uint64 seedBlock;
        uint32 closedIn;
    }

    /// @dev These bound the gas of closing and of cutting a round, since each is one transaction: a round that could not be
    ///      cut would hold up its community for ever.
    uint256 internal constant MAX_POOL = 512;
    uint256 internal constant MAX_PAGES = 64;
    /// @dev How far a house number's date may lie ahead of the chain's clock.
    uint256 private constant CLOCK_TOLERANCE = 1 days;

    bytes32 private constant HOUSE_NUMBER_TYPE =
        keccak256("VirtualHouseNumber(bytes32 communityId,address gateway,uint64 issuedAt,uint64 expiresAt)");
    bytes32 private constant KEY_REGISTRATION_TYPE = keccak256(
        "KeyRegistration(bytes32 communityId,address gateway,bytes32 ringX,bytes32 sealingX,bytes32 sealingY)"
    );

    mapping(address gateway => Member) internal _members;
    mapping(bytes32 ringX => RingKey) internal _ringKeys;
    mapping(bytes32 communityId => Intake) internal _intakes;

    constructor() EIP712("Quarantine", "1") {}

    function admit(Admission[] calldata admissions) external onlyOfficer {
        for (uint256 i = 0; i < admissions.length; i++) {
            _admit(admissions[i]);
        }
    }

    function renew(VirtualHouseNumber calldata houseNumber, bytes calldata officerSignature) external onlyOfficer {
        Community memory community = _community(houseNumber.communityId);
        Member memory member = _members[houseNumber.gateway];
        require(member.community == community.number, UnknownMember(houseNumber.gateway));
        _checkNotPooled(member, houseNumber);
        _checkHouseNumber(houseNumber, officerSignature, community.utcOffset, member.issuedAt);
        _setHouseNumber(member, houseNumber);
        _queueWhereDetached(member, houseNumber, community.pageSize);
        _members[houseNumber.gateway] = member;
        emit MemberRenewed(
            houseNumber.communityId, houseNumber.gateway, houseNumber.issuedAt, houseNumber.expiresAt
        );
    }

    function revoke(bytes32 communityId, address gateway) external onlyOfficer {
        Member storage member = _members[gateway];
        require(member.community == _community(communityId).number, UnknownMember(gateway));
        require(!member.revoked, MemberAlreadyRevoked(gateway));
        member.revoked = true;
        Intake storage intake = _intakes[communityId];
        if (member.round != 0 && member.round == _openRound(intake)) {
            member.round = 0;
            intake.queued--;
        }
        emit MemberRevoked(communityId, gateway);
    }

    function houseNumberOf(address gateway)
        external
        view
        returns (VirtualHouseNumber memory houseNumber, bool revoked)
    {
        Member memory member = _members[gateway];
        if (member.community == 0) return (houseNumber, false);
        houseNumber =
            VirtualHouseNumber(_communityId(member.community), gateway, member.issuedAt, member.expiresAt);
        revoked = member.revoked;
    }

    function membershipOf(address gateway) external view returns (Membership memory) {
        Member memory member = _members[gateway];
        bool inPage = member.page != 0;
        return Membership(_communityId(member.community), member.round, inPage, inPage ? member.page - 1 : 0);
    }

    function ringKeyOwner(bytes32 ringX) external view returns (address gateway, bool latest) {
        RingKey memory key = _ringKeys[ringX];
        return (key.owner, key.owner != address(0) && key.generation == _members[key.owner].generation);
    }

    function isMember(bytes32 communityId, address gateway) external view returns (bool) {
        Member memory member = _members[gateway];
        return member.community != 0 && member.community == _communityOrNone(communityId).number && !member.revoked
            && block.timestamp < member.expiresAt;
    }

    /// @dev Rounds count from 1.
    function _openRound(Intake memory intake) internal pure returns (uint32) {
        return intake.openRound + 1;
    }

    function _maxPool(uint256 pageSize) internal pure returns (uint256) {
        uint256 most = MAX_PAGES * pageSize;
        return most < MAX_POOL ? most : MAX_POOL;
    }

    function _admit(Admission calldata admission) private {
        VirtualHouseNumber calldata houseNumber = admission.houseNumber;
        Community memory community = _community(houseNumber.communityId);
        Member memory member = _members[houseNumber.gateway];
        _checkHouseNumber(houseNumber, admission.officerSignature, community.utcOffset, member.issuedAt);
        _checkKeys(admission);
        _join(member, community.number, houseNumber);
        require(_ringKeys[admission.ringX].owner == address(0), RingKeyUsed(admission.ringX));
        member.generation++;
        _ringKeys[admission.ringX] = RingKey(houseNumber.gateway, member.generation);
        _setHouseNumber(member, houseNumber);
        emit MemberAdmitted(
            houseNumber.communityId,
            houseNumber.gateway,
            houseNumber.issuedAt,
            houseNumber.expiresAt,
            admission.ringX,
            admission.sealingX,
            admission.sealingY
        );
        _queueWhereDetached(member, houseNumber, community.pageSize);
        _members[houseNumber.gateway] = member;
    }

    function _join(Member memory member, uint16 community, VirtualHouseNumber calldata houseNumber) private view {
        if (member.community == community) return _checkNotPooled(member, houseNumber);
        bool elsewhere = member.round != 0 || member.page != 0;
        require(!elsewhere, MemberElsewhere(houseNumber.gateway, _communityId(member.community)));
        member.community = community;
    }

    /// @dev Once its seed is known, another key or release date would let an officer choose who stands beside whom.
    function _checkNotPooled(Member memory member, VirtualHouseNumber calldata houseNumber) private view {
        bool pooled = member.round != 0 && member.round != _openRound(_intakes[houseNumber.communityId]);
        require(!pooled, MemberInClosedPool(houseNumber.gateway));
    }

    function _queueWhereDetached(Member memory member, VirtualHouseNumber calldata houseNumber, uint256 pageSize)
        private
    {
        if (member.round != 0 || member.page != 0) return;
        Intake storage intake = _intakes[houseNumber.communityId];
        require(intake.queued < _maxPool(pageSize), QueueFull(houseNumber.communityId));
        intake.queued++;
        member.round = _openRound(intake);
        emit MemberQueued(houseNumber.communityId, houseNumber.gateway, member.round);
    }

    function _setHouseNumber(Member memory member, VirtualHouseNumber calldata houseNumber) private pure {
        member.issuedAt = uint48(houseNumber.issuedAt);
        member.expiresAt = uint48(houseNumber.expiresAt);
        member.revoked = false;
    }

    function _checkHouseNumber(
        VirtualHouseNumber calldata houseNumber,
        bytes calldata officerSignature,
        int256 utcOffset,
        uint64 latest
    ) private view {
        require(houseNumber.gateway != address(0), ZeroAddress());
        require(
            houseNumber.issuedAt > latest, HouseNumberOutdated(houseNumber.gateway, houseNumber.issuedAt, latest)
        );
        require(houseNumber.issuedAt <= block.timestamp + CLOCK_TOLERANCE, IssuedInFuture(houseNumber.issuedAt));
        require(houseNumber.expiresAt > block.timestamp, ExpiryPassed(houseNumber.expiresAt));
        require(houseNumber.expiresAt <= type(uint48).max, ExpiryOutOfRange(houseNumber.expiresAt));
        require(LocalDays.isBorder(houseNumber.expiresAt, utcOffset), ExpiryOffBorder(houseNumber.expiresAt));
        address signer = _signer(_houseNumberDigest(houseNumber), officerSignature);
        require(isOfficer(signer), NotAnOfficer(signer));
    }

    function _checkKeys(Admission calldata admission) private view {
        address gateway = admission.houseNumber.gateway;
        bytes32 digest = _keyRegistrationDigest(admission);
        require(_signer(digest, admission.accountSignature) == gateway, AccountSignatureInvalid(gateway));

        // An address recovered from a signature is that of a point on the curve, so (x, y) is one.
        address sealer = _addressOf(admission.sealingX, uint256(admission.sealingY));
        require(
            _signer(digest, admission.sealingSignature) == sealer, SealingSignatureInvalid(admission.sealingX)
        );

        bytes32 ringX = admission.ringX;
        address ringAddress = RingKeys.addressOf(ringX, 27);
        require(ringAddress != address(0), RingKeyInvalid(ringX));
        bool separate = sealer != gateway
            && _addressOf(admission.sealingX, Secp256k1.P - uint256(admission.sealingY)) != gateway
            && ringX != admission.sealingX && ringAddress != gateway && RingKeys.addressOf(ringX, 28) != gateway
            && _ringKeys[admission.sealingX].owner == address(0);
        require(separate, KeysNotSeparate(gateway));
        require(
            RingKeys.provesPossession(
                digest, ringX, admission.possessionCommitment, admission.possessionResponse
            ),
            PossessionUnproven(ringX)
        );
    }

    function _addressOf(bytes32 x, uint256 y) private pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encodePacked(x, y)))));
    }

    /// @dev Zero for anything but 65 bytes with v 27 or 28 and low s; zero holds no role and is no gateway.
    function _signer(bytes32 digest, bytes calldata signature) private pure returns (address signer) {
        (signer,,) = ECDSA.tryRecoverCalldata(digest, signature);
    }

    function _houseNumberDigest(VirtualHouseNumber calldata houseNumber) private view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    HOUSE_NUMBER_TYPE,
                    houseNumber.communityId,
                    houseNumber.gateway,
                    houseNumber.issuedAt,
                    houseNumber.expiresAt
                )
            )
        );
    }

    function _keyRegistrationDigest(Admission calldata admission) private view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(
                abi.encode(
                    KEY_REGISTRATION_TYPE,
                    admission.houseNumber.communityId,
                    admission.houseNumber.gateway,
                    admission.ringX,
                    admission.sealingX,
                    admission.sealingY
                )
            )
        );
    }
}

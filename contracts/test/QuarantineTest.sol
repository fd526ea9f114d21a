// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Arrays} from "@openzeppelin/contracts/utils/Arrays.sol";
import {ICommunityRegistry} from "../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../src/interfaces/IRelayFund.sol";
import {Domains} from "../src/libraries/Domains.sol";
import {RingTranscript} from "../src/libraries/RingTranscript.sol";
import {Gateways} from "./signing/Gateways.sol";
import {RingSigner} from "./signing/RingSigner.sol";
import {States} from "./signing/States.sol";
import {vm} from "./Vm.sol";

/// @title A health authority under test: registry, officer, gateways, and their reports.
abstract contract QuarantineTest {
    using Gateways for Gateways.Gateway;

    /// @dev A community of gateways, all in page 0.
    struct Community {
        bytes32 id;
        Gateways.Gateway[] gateways;
        uint256[] ring;
    }

    uint64 internal constant DAY = 1 days;
    /// @dev Slot in which the tests begin, at noon.
    uint64 internal constant FIRST_SLOT = 20_000;
    uint8 internal constant DAILY = 0;
    uint8 internal constant ALERT = 1;

    uint256 internal constant OFFICER_KEY = 0x0FF1CE;
    address internal immutable officer = vm.addr(OFFICER_KEY);
    address internal constant RELAY = address(0x4E1A7);
    address internal constant STRANGER = address(0x57A46E4);
    bytes32 internal constant COMMUNITY = "Nanjing";

    ICommunityRegistry internal registry;

    function setUp() public virtual {
        vm.warp(FIRST_SLOT * DAY + DAY / 2);
        vm.roll(1_000);
        registry = _registryOf(officer);
    }

    function _registryOf(address chiefOfficer) internal returns (ICommunityRegistry) {
        bytes memory arguments = abi.encode(chiefOfficer, uint48(0));
        return ICommunityRegistry(vm.deployCode("CommunityRegistry.sol:CommunityRegistry", arguments));
    }

    modifier asOfficer() {
        vm.startPrank(officer);
        _;
        vm.stopPrank();
    }

    function _general(IRelayFund fund, uint16 maxTrips) internal returns (IQuarantinePolicy) {
        bytes memory arguments = abi.encode(registry, fund, maxTrips);
        return IQuarantinePolicy(vm.deployCode("GeneralQuarantine.sol:GeneralQuarantine", arguments));
    }

    function _moderate(uint16 maxTrips, uint16 maxMinutesOutside, uint16 maxLongestTripMinutes)
        internal
        returns (IQuarantinePolicy)
    {
        bytes memory arguments =
            abi.encode(registry, address(0), maxTrips, maxMinutesOutside, maxLongestTripMinutes);
        return IQuarantinePolicy(vm.deployCode("ModerateQuarantine.sol:ModerateQuarantine", arguments));
    }

    function _strong() internal returns (IQuarantinePolicy) {
        return IQuarantinePolicy(
            vm.deployCode("StrongQuarantine.sol:StrongQuarantine", abi.encode(registry, address(0)))
        );
    }

    function _fund() internal returns (IRelayFund) {
        return IRelayFund(vm.deployCode("RelayFund.sol:RelayFund", abi.encode(registry)));
    }

    function _createCommunity(bytes32 id, uint8 pageSize, uint8 minimumRing) internal asOfficer {
        registry.createCommunity(id, 0, pageSize, minimumRing);
    }

    /// @dev Released on a border of the community's local time, a month ahead.
    function _houseNumber(bytes32 id, address gateway)
        internal
        view
        returns (ICommunityRegistry.VirtualHouseNumber memory)
    {
        uint64 now_ = uint64(vm.getBlockTimestamp());
        uint64 border = (now_ / DAY + 30) * DAY;
        try registry.communityOf(id) returns (int32 utcOffset, uint8, uint8) {
            border = uint64(int64(border) - utcOffset);
        } catch {}
        return ICommunityRegistry.VirtualHouseNumber(id, gateway, now_, border);
    }

    function _admission(bytes32 id, Gateways.Gateway memory gateway)
        internal
        returns (ICommunityRegistry.Admission memory)
    {
        return gateway.admission(registry, OFFICER_KEY, _houseNumber(id, gateway.account));
    }

    function _admit(ICommunityRegistry.Admission memory admission) internal asOfficer {
        ICommunityRegistry.Admission[] memory admissions = new ICommunityRegistry.Admission[](1);
        admissions[0] = admission;
        registry.admit(admissions);
    }

    /// @dev With a later house number that ends where releaseSlot begins, in a community at UTC.
    function _renewUntil(bytes32 id, address gateway, uint64 releaseSlot) internal {
        _pass(1);
        ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(id, gateway);
        h.expiresAt = releaseSlot * DAY;
        bytes memory signature = Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h));
        vm.prank(officer);
        registry.renew(h, signature);
    }

    function _admitMany(bytes32 id, string memory label, uint256 count)
        internal
        returns (Gateways.Gateway[] memory gateways)
    {
        gateways = new Gateways.Gateway[](count);
        for (uint256 i = 0; i < count; i++) {
            gateways[i] = Gateways.make(label, i);
            _admit(_admission(id, gateways[i]));
        }
    }

    /// @dev Closes the queue, lets the seed's block pass, and fixes the seed.
    function _close(bytes32 id, uint256[] memory dissolved) internal returns (bytes32 seed) {
        vm.prank(officer);
        registry.closeQueue(id, dissolved);
        uint256 seedBlock = registry.queueOf(id).seedBlock;
        vm.roll(seedBlock + 1);
        vm.setBlockhash(seedBlock, keccak256(abi.encode("block", seedBlock)));
        registry.fixSeed(id);
        return registry.queueOf(id).seed;
    }

    function _closeAndCut(bytes32 id, uint256[] memory dissolved, uint256[] memory pool) internal {
        bytes32 seed = _close(id, dissolved);
        registry.cutPages(id, _inOrder(seed, pool));
    }

    /// @dev Ascending by keccak256(seed || key), as the registry asks.
    function _inOrder(bytes32 seed, uint256[] memory pool) internal pure returns (bytes32[] memory ordered) {
        uint256[] memory positions = new uint256[](pool.length);
        for (uint256 i = 0; i < pool.length; i++) {
            positions[i] = uint256(keccak256(abi.encodePacked(seed, pool[i])));
        }
        Arrays.sort(positions);
        ordered = new bytes32[](pool.length);
        for (uint256 i = 0; i < pool.length; i++) {
            bytes32 position = keccak256(abi.encodePacked(seed, pool[i]));
            for (uint256 j = 0; j < pool.length; j++) {
                if (bytes32(positions[j]) == position) ordered[j] = bytes32(pool[i]);
            }
        }
    }

    function _ringKeys(Gateways.Gateway[] memory gateways) internal pure returns (uint256[] memory keys) {
        keys = new uint256[](gateways.length);
        for (uint256 i = 0; i < gateways.length; i++) {
            keys[i] = gateways[i].ring.x;
        }
    }

    /// @dev Members in one page, which is in force from the slot after the current one on.
    function _community(bytes32 id, uint256 size) internal returns (Community memory) {
        return _community(id, size, 0);
    }

    function _community(bytes32 id, uint256 size, int32 utcOffset) internal returns (Community memory community) {
        vm.prank(officer);
        registry.createCommunity(id, utcOffset, uint8(size), 2);
        community.id = id;
        community.gateways = _admitMany(id, string(abi.encodePacked(id)), size);
        community.ring = _ringKeys(community.gateways);
        _closeAndCut(id, new uint256[](0), community.ring);
        Arrays.sort(community.ring);
    }

    function _schedule(bytes32 id, IQuarantinePolicy policy, uint64 fromSlot) internal asOfficer {
        registry.schedulePolicy(id, address(policy), fromSlot);
    }

    function _pass(uint256 time) internal {
        vm.warp(vm.getBlockTimestamp() + time);
    }

    /// @dev Into the window of Daily reports of a slot: so many seconds after its end.
    function _afterSlot(uint64 slot, uint64 secondsAfter) internal {
        vm.warp((slot + 1) * DAY + secondsAfter);
    }

    function _compliant() internal pure returns (bytes32) {
        return States.pack(0, 0, 0, 0);
    }

    /// @dev A report of the community's member `signer`, for RELAY.
    function _signed(
        Community memory community,
        IQuarantinePolicy policy,
        uint256 signer,
        uint8 kind,
        uint64 slot,
        bytes32 state
    ) internal returns (IQuarantinePolicy.SignedReport memory) {
        return _signedFor(community, policy, signer, kind, slot, state, RELAY);
    }

    function _signedFor(
        Community memory community,
        IQuarantinePolicy policy,
        uint256 signer,
        uint8 kind,
        uint64 slot,
        bytes32 state,
        address relay
    ) internal returns (IQuarantinePolicy.SignedReport memory r) {
        RingSigner.Key memory key = community.gateways[signer].ring;
        uint256 eps = RingTranscript.scope(Domains.TAG, address(policy), community.id, kind, slot);
        RingSigner.Tag memory tag = RingSigner.tagOf(key, eps);
        r.communityId = community.id;
        r.kind = kind;
        r.slot = slot;
        r.state = state;
        r.tagX = tag.x;
        r.tagParity = tag.parity;
        bytes32 message = _message(policy, r, keccak256(abi.encodePacked(hex"00", community.ring)), relay);
        (r.c0, r.z) = RingSigner.sign(message, eps, community.ring, key, tag);
    }

    function _message(
        IQuarantinePolicy policy,
        IQuarantinePolicy.SignedReport memory r,
        bytes32 ringCodeHash,
        address relay
    ) internal view returns (bytes32) {
        return RingTranscript.message(
            Domains.MESSAGE,
            address(policy),
            r.communityId,
            ringCodeHash,
            r.kind,
            r.slot,
            r.state,
            relay,
            r.tagX,
            r.tagParity
        );
    }

    function _submit(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r) internal {
        _submitAs(RELAY, policy, r);
    }

    function _submitAs(address relay, IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r) internal {
        vm.prank(relay);
        policy.report(r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z);
    }

    function _expectRefusal(IQuarantinePolicy policy, IQuarantinePolicy.SignedReport memory r, bytes memory reason)
        internal
    {
        _expectRefusalAs(RELAY, policy, r, reason);
    }

    function _expectRefusalAs(
        address relay,
        IQuarantinePolicy policy,
        IQuarantinePolicy.SignedReport memory r,
        bytes memory reason
    ) internal {
        vm.prank(relay);
        vm.expectRevert(reason);
        policy.report(r.communityId, r.kind, r.slot, r.state, r.page, r.c0, r.tagX, r.tagParity, r.z);
    }

    function _ascending(uint256[] memory keys) internal pure returns (uint256[] memory) {
        return Arrays.sort(keys);
    }

    function _none() internal pure returns (uint256[] memory) {
        return new uint256[](0);
    }

    function _one(uint256 value) internal pure returns (uint256[] memory values) {
        values = new uint256[](1);
        values[0] = value;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {AdmissionTest} from "../AdmissionTest.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: an officer wants one household to stand in a page with invented members alone, so that the page's reports are
///         the household's. The order of a pool is that of a block's hash which nobody knows while the pool is made, and which
///         nobody exchanges once it is known.
/// @dev The share of invented members in a pool is the officer's to choose: what a household can expect is that share, and no
///      more, beside it.
contract SurroundingOfficerAttackTest is AdmissionTest {
    /// @dev EIP-2935: address and code of the contract that keeps 8,191 block hashes.
    address private constant HISTORY = 0x0000F90827F1C53a10cb7A02335B175320002935;
    bytes private constant HISTORY_CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";
    uint256 private constant PAGE_SIZE = 4;
    uint256 private constant POOL = 12;

    /// @dev The first is the household; who of the others is invented, the registry cannot tell.
    Gateways.Gateway[] private members;
    uint256[] private pool;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, uint8(PAGE_SIZE), 2);
        members = _admitMany(COMMUNITY, "m", POOL);
        pool = _ringKeys(members);
    }

    // The order.

    function test_SurroundingOfficer_AnyOtherOrder_Refused() external {
        bytes32[] memory order = _inOrder(_close(COMMUNITY, _none()), pool);
        for (uint256 i = 0; i + 1 < POOL; i++) {
            bytes32[] memory swapped = _inOrder(registry.queueOf(COMMUNITY).seed, pool);
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            _expectCutRefused(
                swapped, abi.encodeWithSelector(ICommunityRegistry.PoolOutOfOrder.selector, i + 1)
            );
        }
        registry.cutPages(COMMUNITY, order);
    }

    /// @dev Some of them now and the rest in a round of their own, or one of them twice in the household's place.
    function test_SurroundingOfficer_PartOfThePool_Refused() external {
        bytes32[] memory order = _inOrder(_close(COMMUNITY, _none()), pool);
        bytes32[] memory part = new bytes32[](PAGE_SIZE);
        for (uint256 i = 0; i < PAGE_SIZE; i++) {
            part[i] = order[i];
        }
        _expectCutRefused(
            part, abi.encodeWithSelector(ICommunityRegistry.PoolSizeMismatch.selector, PAGE_SIZE, POOL)
        );
        order[5] = order[4];
        _expectCutRefused(order, abi.encodeWithSelector(ICommunityRegistry.PoolOutOfOrder.selector, 5));
    }

    /// @dev Every household comes to its page by what is public, whoever cut it.
    function test_SurroundingOfficer_AnyoneCuts_TheSamePages() external {
        bytes32 seed = _close(COMMUNITY, _none());
        bytes32[] memory order = _inOrder(seed, pool);
        uint256 snapshot = vm.snapshotState();
        address[3] memory cutters = [STRANGER, members[0].account, officer];
        for (uint256 i = 0; i < cutters.length; i++) {
            _pass(i * DAY);
            vm.prank(cutters[i]);
            registry.cutPages(COMMUNITY, order);
            for (uint256 page = 0; page < POOL / PAGE_SIZE; page++) {
                uint256[] memory expected = new uint256[](PAGE_SIZE);
                for (uint256 j = 0; j < PAGE_SIZE; j++) {
                    expected[j] = uint256(order[page * PAGE_SIZE + j]);
                }
                uint256[] memory cut = KeyPages.read(registry.pageAt(COMMUNITY, page).code);
                vm.assertEq(keccak256(abi.encode(cut)), keccak256(abi.encode(_ascending(expected))));
            }
            vm.revertToState(snapshot);
        }
    }

    /// @dev Of 16 keys 8 are invented. Over 2,000 seeds the household stands beside three invented ones about as often as by
    ///      chance, C(8,3)/C(15,3) = 1/8.1, and beside 3 * 7/15 = 1.4 honest ones in the mean.
    function test_SurroundingOfficer_OverManySeeds_NoBetterThanChance() external pure {
        uint256[] memory keys = new uint256[](16);
        for (uint256 i = 0; i < 16; i++) {
            keys[i] = uint256(keccak256(abi.encode("key", i)));
        }
        (uint256 surrounded, uint256 honest) = (0, 0);
        for (uint256 i = 0; i < 2_000; i++) {
            uint256 beside = _honestBesideFirst(_inOrder(keccak256(abi.encode("seed", i)), keys), keys);
            honest += beside;
            if (beside == 0) surrounded++;
        }
        vm.assertLe(surrounded, 2_000 * 15 / 100);
        vm.assertGe(surrounded, 2_000 * 10 / 100);
        vm.assertLe(honest, 2_000 * 150 / 100);
        vm.assertGe(honest, 2_000 * 130 / 100);
    }

    // The seed.

    function test_SurroundingOfficer_SeedAtClosing_NotKnownYet() external {
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _none());
        uint256 seedBlock = registry.queueOf(COMMUNITY).seedBlock;
        vm.assertGe(seedBlock, vm.getBlockNumber() + 1);
        for (uint256 number = vm.getBlockNumber(); number <= seedBlock; number++) {
            vm.roll(number);
            bytes memory notKnown =
                abi.encodeWithSelector(ICommunityRegistry.SeedNotKnown.selector, seedBlock);
            vm.expectRevert(notKnown);
            registry.fixSeed(COMMUNITY);
            _expectCutRefused(new bytes32[](POOL), notKnown);
        }
    }

    function test_SurroundingOfficer_SeedOnceKnown_NeverChanges() external {
        bytes32 seed = _close(COMMUNITY, _none());
        uint256 seedBlock = registry.queueOf(COMMUNITY).seedBlock;
        vm.setBlockhash(seedBlock, "another block");
        vm.roll(seedBlock + 10_000);
        registry.fixSeed(COMMUNITY);
        vm.assertEq(registry.queueOf(COMMUNITY).seed, seed);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.SeedNotLapsed.selector, seedBlock));
        registry.postponeSeed(COMMUNITY);
    }

    /// @dev While anyone can still fix it, nobody can have another: to wait for a better one, all must sleep for 8,191 blocks.
    function test_SurroundingOfficer_WaitsForAnotherSeed_AnyoneFixesTheFirst() external {
        uint256 seedBlock = _closeBeforeHistory();
        uint256[4] memory waits = [uint256(1), 256, 257, 8_191];
        for (uint256 i = 0; i < waits.length; i++) {
            vm.roll(seedBlock + waits[i]);
            vm.prank(officer);
            vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.SeedNotLapsed.selector, seedBlock));
            registry.postponeSeed(COMMUNITY);
        }
        vm.prank(STRANGER);
        registry.fixSeed(COMMUNITY);
        vm.assertEq(registry.queueOf(COMMUNITY).seed, "the first");
    }

    /// @dev And where all slept, the second draw is as blind as the first, and an event.
    function test_SurroundingOfficer_SeedLapsed_AnotherIsDrawnInTheOpen() external {
        uint256 seedBlock = _closeBeforeHistory();
        vm.roll(seedBlock + 8_192);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.SeedLapsed.selector, seedBlock));
        registry.fixSeed(COMMUNITY);
        vm.prank(STRANGER);
        vm.expectEmit(address(registry));
        emit ICommunityRegistry.SeedPostponed(COMMUNITY, 1, seedBlock + 8_194);
        registry.postponeSeed(COMMUNITY);
        uint256 second = registry.queueOf(COMMUNITY).seedBlock;
        vm.assertEq(second, seedBlock + 8_194);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.SeedNotKnown.selector, second));
        registry.fixSeed(COMMUNITY);
    }

    // The pool, once its seed is known.

    function test_SurroundingOfficer_KeyOrDateOfAPooledMember_CannotBeChanged() external {
        _close(COMMUNITY, _none());
        _pass(1);
        for (uint256 i = 0; i < POOL; i++) {
            Gateways.Gateway memory member = members[i];
            bytes memory pooled =
                abi.encodeWithSelector(ICommunityRegistry.MemberInClosedPool.selector, member.account);
            ICommunityRegistry.VirtualHouseNumber memory h = _houseNumber(COMMUNITY, member.account);
            h.expiresAt = (FIRST_SLOT + 1) * DAY;
            bytes memory signature = Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h));
            vm.prank(officer);
            vm.expectRevert(pooled);
            registry.renew(h, signature);
            member.ring = RingSigner.keyOf(Curve.secretOf("ground", i));
            _expectAdmissionRefused(_admission(COMMUNITY, member), pooled);
        }
    }

    function test_SurroundingOfficer_RevokesPooledMembers_PagesAsTheyWere() external {
        bytes32 seed = _close(COMMUNITY, _none());
        for (uint256 i = 1; i < POOL; i += 2) {
            vm.prank(officer);
            registry.revoke(COMMUNITY, members[i].account);
        }
        registry.cutPages(COMMUNITY, _inOrder(seed, pool));
        for (uint256 page = 0; page < POOL / PAGE_SIZE; page++) {
            vm.assertEq(registry.pageAt(COMMUNITY, page).size, PAGE_SIZE);
        }
    }

    function test_SurroundingOfficer_AdmittedAfterTheClosing_NotOfThisPool() external {
        bytes32 seed = _close(COMMUNITY, _none());
        uint256[] memory late = _ringKeys(_admitMany(COMMUNITY, "late", 1));
        pool[POOL - 1] = late[0];
        _expectCutRefused(
            _inOrder(seed, pool),
            abi.encodeWithSelector(ICommunityRegistry.NotInPool.selector, bytes32(late[0]))
        );
    }

    // Another draw.

    function test_SurroundingOfficer_SecondRoundBeforeTheFirstIsCut_Refused() external {
        _close(COMMUNITY, _none());
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.RoundNotCut.selector, COMMUNITY));
        registry.closeQueue(COMMUNITY, _none());
    }

    /// @dev A page that does not suit cannot be cut anew before it has served a slot: one draw a day, each of which counts.
    function test_SurroundingOfficer_PageThatHasNotServed_CannotBeDissolved() external {
        _closeAndCut(COMMUNITY, _none(), pool);
        for (uint256 page = 0; page < POOL / PAGE_SIZE; page++) {
            vm.prank(officer);
            vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageNotDissolvable.selector, page));
            registry.closeQueue(COMMUNITY, _one(page));
        }
        vm.warp((FIRST_SLOT + 1) * DAY - 1);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.PageNotDissolvable.selector, 0));
        registry.closeQueue(COMMUNITY, _one(0));
        _pass(1);
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _one(0));
    }

    /// @dev Nor can a member be taken out of its page and put into another by itself: it waits for the whole page.
    function test_SurroundingOfficer_MemberTakenOutOfItsPage_Waits() external {
        _closeAndCut(COMMUNITY, _none(), pool);
        _pass(DAY);
        Gateways.Gateway memory member = members[0];
        member.ring = RingSigner.keyOf(Curve.secretOf("moved", 0));
        _admit(_admission(COMMUNITY, member));
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 0);
        vm.assertTrue(registry.membershipOf(member.account).inPage);
    }

    /// @dev Closed as the history contract of EIP-2935 keeps the seed block's hash.
    function _closeBeforeHistory() private returns (uint256 seedBlock) {
        vm.prank(officer);
        registry.closeQueue(COMMUNITY, _none());
        seedBlock = registry.queueOf(COMMUNITY).seedBlock;
        vm.etch(HISTORY, HISTORY_CODE);
        vm.store(HISTORY, bytes32(seedBlock % 8191), "the first");
        vm.roll(seedBlock + 1);
        vm.setBlockhash(seedBlock, "the first");
    }

    function _expectCutRefused(bytes32[] memory keys, bytes memory reason) private {
        vm.prank(officer);
        vm.expectRevert(reason);
        registry.cutPages(COMMUNITY, keys);
    }

    /// @dev Of the keys, the first is the household's and the first half honest.
    function _honestBesideFirst(bytes32[] memory order, uint256[] memory keys) private pure returns (uint256 honest) {
        uint256 place = _placeOf(order, keys[0]);
        for (uint256 i = 0; i < PAGE_SIZE; i++) {
            bytes32 neighbour = order[place / PAGE_SIZE * PAGE_SIZE + i];
            for (uint256 j = 1; j < keys.length / 2; j++) {
                if (uint256(neighbour) == keys[j]) honest++;
            }
        }
    }

    function _placeOf(bytes32[] memory order, uint256 key) private pure returns (uint256 place) {
        while (uint256(order[place]) != key) place++;
    }
}

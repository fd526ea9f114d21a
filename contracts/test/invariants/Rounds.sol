// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {vm} from "../Vm.sol";
import {World} from "./World.sol";

/// @title Rounds are closed and cut. The model recomputes every page from what is public.
abstract contract Rounds is World {
    /// @param choices bit i: whether page i is dissolved, where it can be
    /// @param flawed also a page that cannot
    function _closeRound(uint256 town, uint256 choices, bool flawed) internal {
        Town storage t = towns[town];
        (uint256[] memory dissolved, bool valid) = _chosenPages(town, choices, flawed);
        uint256 pool = t.queued;
        for (uint256 i = 0; i < dissolved.length && valid; i++) {
            pool += _stayingOf(town, dissolved[i]);
        }
        bytes4 refusal = 0;
        if (t.poolSize != 0) refusal = ICommunityRegistry.RoundNotCut.selector;
        else if (!valid) refusal = ICommunityRegistry.PageNotDissolvable.selector;
        else if (pool < t.minimum) refusal = ICommunityRegistry.PoolTooSmall.selector;
        bytes memory data = abi.encodeCall(registry.closeQueue, (t.id, dissolved));
        if (_act(officer, address(registry), data, refusal)) _closed(town, dissolved, pool);
    }

    function _fixSeedOf(uint256 town, address by) internal {
        bytes4 refusal = towns[town].poolSize == 0 ? ICommunityRegistry.NoClosedRound.selector : bytes4(0);
        bool known = registry.queueOf(towns[town].id).seed != 0;
        _mineSeed(town);
        bool done = _act(by, address(registry), abi.encodeCall(registry.fixSeed, (towns[town].id)), refusal);
        if (done && !known) _expect(ICommunityRegistry.SeedFixed.selector, 1);
    }

    /// @param flaw 1: one key too few; 2: two keys the wrong way round
    function _cutRound(uint256 town, address by, uint256 flaw) internal {
        Town storage t = towns[town];
        bytes32 known = registry.queueOf(t.id).seed;
        bytes32 seed = _mineSeed(town);
        bytes32[] memory order = _inOrder(seed, _poolOf(town));
        bytes4 refusal = 0;
        if (t.poolSize == 0) refusal = ICommunityRegistry.NoClosedRound.selector;
        else if (flaw == 1) (order, refusal) = (_without(order), ICommunityRegistry.PoolSizeMismatch.selector);
        else if (flaw == 2 && order.length > 1) {
            (order[0], order[1]) = (order[1], order[0]);
            refusal = ICommunityRegistry.PoolOutOfOrder.selector;
        }
        bytes memory data = abi.encodeCall(registry.cutPages, (t.id, order));
        if (!_act(by, address(registry), data, refusal)) return;
        if (known == 0) _expect(ICommunityRegistry.SeedFixed.selector, 1);
        _cut(town, order);
    }

    function _closed(uint256 town, uint256[] memory dissolved, uint256 pool) private {
        Town storage t = towns[town];
        for (uint256 i = 0; i < dissolved.length; i++) {
            _leavePage(town, dissolved[i]);
        }
        for (uint256 p = 0; p < PEOPLE; p++) {
            if (people[p].home == town + 1 && people[p].place == Place.Queued) people[p].place = Place.Pooled;
        }
        (t.queued, t.poolSize, t.closedIn) = (0, pool, _today(town));
        _expect(ICommunityRegistry.QueueClosed.selector, 1);
        vm.assertEq(registry.queueOf(t.id).poolSize, pool);
        vm.assertEq(_poolOf(town).length, pool);
    }

    function _leavePage(uint256 town, uint256 page) private {
        uint256[] memory keys = towns[town].pages[page].keys;
        for (uint256 i = 0; i < keys.length; i++) {
            Person storage person = people[ownerOf[keys[i]] - 1];
            vm.assertTrue(person.place == Place.Seated && person.page == page && person.home == town + 1);
            person.place = _stays(town, person) ? Place.Pooled : Place.Detached;
        }
        towns[town].pages[page].dissolving = true;
    }

    function _cut(uint256 town, bytes32[] memory order) private {
        Town storage t = towns[town];
        uint256[] memory seated = _takeSeats(town, order);
        uint64 fromSlot = _today(town) + 1;
        uint256 start = 0;
        while (start < seated.length) {
            uint256 left = seated.length - start;
            uint256 size = left < uint256(t.pageSize) + t.minimum ? left : t.pageSize;
            _seat(town, seated, start, size, fromSlot);
            start += size;
        }
        for (uint256 page = 0; page < t.pages.length; page++) {
            if (!t.pages[page].dissolving || t.pages[page].untilSlot != OPEN) continue;
            t.pages[page].untilSlot = fromSlot;
            _expect(ICommunityRegistry.PageDissolved.selector, 1);
        }
        t.poolSize = 0;
        vm.assertEq(registry.pageCount(t.id), t.pages.length);
        happened[bytes32("cut")]++;
    }

    /// @dev Without those who were released by the end of the slot of the closing.
    function _takeSeats(uint256 town, bytes32[] memory order) private returns (uint256[] memory seated) {
        uint256 count = 0;
        seated = new uint256[](order.length);
        for (uint256 i = 0; i < order.length; i++) {
            Person storage person = people[ownerOf[uint256(order[i])] - 1];
            bool released = _releaseSlot(town, person.expiresAt) <= towns[town].closedIn + 1;
            if (released) {
                person.place = Place.Detached;
                happened[bytes32("released in the queue")]++;
            } else {
                seated[count++] = uint256(order[i]);
            }
        }
        assembly ("memory-safe") {
            mstore(seated, count)
        }
    }

    function _seat(uint256 town, uint256[] memory seated, uint256 start, uint256 size, uint64 fromSlot) private {
        Town storage t = towns[town];
        uint256 page = t.pages.length;
        uint256[] memory keys = new uint256[](size);
        for (uint256 i = 0; i < size; i++) {
            keys[i] = seated[start + i];
            Person storage person = people[ownerOf[keys[i]] - 1];
            (person.place, person.page) = (Place.Seated, page);
            // Nobody without a house number of this community comes into a ring of it.
            vm.assertTrue(person.home == town + 1 && keys[i] == person.gateway.ring.x);
        }
        keys = _ascending(keys);
        t.pages.push(ModelPage(fromSlot, OPEN, false, keys));
        ICommunityRegistry.Page memory stored = registry.pageAt(t.id, page);
        vm.assertEq(keccak256(abi.encode(KeyPages.read(stored.code))), keccak256(abi.encode(keys)));
        vm.assertEq(stored.fromSlot, fromSlot);
        _expect(ICommunityRegistry.PageCut.selector, 1);
        if (size < t.minimum) happened[bytes32("page too short")]++;
    }

    function _chosenPages(uint256 town, uint256 choices, bool flawed)
        private
        view
        returns (uint256[] memory chosen, bool valid)
    {
        ModelPage[] storage pages = towns[town].pages;
        chosen = new uint256[](pages.length + 1);
        uint256 count = 0;
        for (uint256 page = 0; page < pages.length; page++) {
            if (choices >> page & 1 == 1 && _isDissolvable(town, page)) chosen[count++] = page;
        }
        valid = true;
        if (flawed) {
            uint256 page = choices % (pages.length + 1);
            bool already = choices >> page & 1 == 1;
            valid = _isDissolvable(town, page) && !already;
            chosen[count++] = page;
        }
        assembly ("memory-safe") {
            mstore(chosen, count)
        }
    }

    function _isDissolvable(uint256 town, uint256 page) private view returns (bool) {
        ModelPage[] storage pages = towns[town].pages;
        return page < pages.length && !pages[page].dissolving && pages[page].fromSlot <= _today(town);
    }

    function _stayingOf(uint256 town, uint256 page) private view returns (uint256 staying) {
        uint256[] memory keys = towns[town].pages[page].keys;
        for (uint256 i = 0; i < keys.length; i++) {
            if (_stays(town, people[ownerOf[keys[i]] - 1])) staying++;
        }
    }

    function _stays(uint256 town, Person storage person) private view returns (bool) {
        return !person.revoked && _releaseSlot(town, person.expiresAt) > _today(town) + 1;
    }

    /// @dev The seed of the closed round, whose block is there after this.
    function _mineSeed(uint256 town) private returns (bytes32 seed) {
        uint256 seedBlock = registry.queueOf(towns[town].id).seedBlock;
        seed = registry.queueOf(towns[town].id).seed;
        if (towns[town].poolSize == 0 || seed != 0) return seed;
        if (vm.getBlockNumber() <= seedBlock) vm.roll(seedBlock + 1);
        if (vm.getBlockNumber() > seedBlock + 256) return _postpone(town);
        seed = keccak256(abi.encode("block", town, seedBlock));
        vm.setBlockhash(seedBlock, seed);
    }

    function _postpone(uint256 town) private returns (bytes32) {
        bytes memory data = abi.encodeCall(registry.postponeSeed, (towns[town].id));
        _act(STRANGER, address(registry), data, 0);
        _expect(ICommunityRegistry.SeedPostponed.selector, 1);
        return _mineSeed(town);
    }

    function _poolOf(uint256 town) private view returns (uint256[] memory pool) {
        uint256 count = 0;
        pool = new uint256[](PEOPLE);
        for (uint256 p = 0; p < PEOPLE; p++) {
            bool pooled = people[p].home == town + 1 && people[p].place == Place.Pooled;
            if (pooled) pool[count++] = people[p].gateway.ring.x;
        }
        assembly ("memory-safe") {
            mstore(pool, count)
        }
    }

    function _without(bytes32[] memory order) private pure returns (bytes32[] memory) {
        assembly ("memory-safe") {
            mstore(order, sub(mload(order), 1))
        }
        return order;
    }
}

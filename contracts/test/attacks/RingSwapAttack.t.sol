// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Gateways} from "../signing/Gateways.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a report is verified against another ring than the one it was signed in, or the slot's: another page, another
///         community's, a dissolved one, one of the attacker's own making.
contract RingSwapAttackTest is QuarantineTest {
    uint64 private constant SLOT = FIRST_SLOT + 1;
    uint256 private constant SIZE = 3;

    IQuarantinePolicy private policy;
    /// @dev Both pages of the community.
    Community[2] private pages;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, uint8(SIZE), 2);
        Gateways.Gateway[] memory members = _admitMany(COMMUNITY, "m", 2 * SIZE);
        bytes32[] memory order = _inOrder(_close(COMMUNITY, _none()), _ringKeys(members));
        registry.cutPages(COMMUNITY, order);
        pages[0] = _pageOf(members, order, 0);
        pages[1] = _pageOf(members, order, SIZE);
        policy = _general(IRelayFund(address(0)), 2);
        _schedule(COMMUNITY, policy, SLOT);
        _afterSlot(SLOT, 0);
    }

    function test_RingSwap_OwnPages_Accepted() external {
        for (uint256 page = 0; page < 2; page++) {
            _submit(policy, _signedIn(page));
        }
    }

    function test_RingSwap_OtherPageOfTheSlot_Refused() external {
        for (uint256 page = 0; page < 2; page++) {
            IQuarantinePolicy.SignedReport memory r = _signedIn(page);
            r.page = 1 - page;
            _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector));
        }
    }

    /// @dev 10,000 pages that do not exist.
    function testFuzz_RingSwap_PageThatIsNone_Refused(uint256 page) external {
        vm.assume(page > 1);
        IQuarantinePolicy.SignedReport memory r = _signedIn(0);
        r.page = page;
        _expectRefusal(
            policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, page, SLOT)
        );
    }

    /// @dev The page numbers of communities are the same, their pages are not.
    function test_RingSwap_PageOfAnotherCommunity_Refused() external {
        vm.warp(FIRST_SLOT * DAY + DAY / 2);
        Community memory wuhan = _community("Wuhan", SIZE);
        _schedule("Wuhan", policy, SLOT);
        _afterSlot(SLOT, 0);
        wuhan.id = COMMUNITY;
        _expectRefusal(
            policy,
            _signed(wuhan, policy, 0, DAILY, SLOT, _compliant()),
            abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector)
        );
        wuhan.id = "Wuhan";
        _submit(policy, _signed(wuhan, policy, 0, DAILY, SLOT, _compliant()));
    }

    function test_RingSwap_PageOfAnotherSlot_Refused() external {
        uint256[] memory pool = new uint256[](SIZE);
        for (uint256 i = 0; i < SIZE; i++) {
            pool[i] = pages[0].ring[i];
        }
        _closeAndCut(COMMUNITY, _one(0), pool);
        uint64 from = registry.currentSlot(COMMUNITY) + 1;
        IQuarantinePolicy.SignedReport memory r = _signedIn(0);
        r.page = 2;
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 2, SLOT));
        // The new page has the old one's keys: only its slots tell them apart.
        _afterSlot(from, 0);
        r = _signed(pages[0], policy, 0, DAILY, from, _compliant());
        _expectRefusal(policy, r, abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, 0, from));
        r.page = 2;
        _submit(policy, r);
    }

    /// @dev The same keys in another order, without one, with one twice, with a stranger's: all of another hash.
    function test_RingSwap_RingOfItsOwnMaking_Refused() external {
        uint256[] memory keys = pages[0].ring;
        Community memory own = pages[0];
        (own.ring[0], own.ring[1]) = (keys[1], keys[0]);
        _expectInvalid(own);
        own.ring = keys;
        own.ring[2] = Gateways.make("stranger", 0).ring.x;
        _expectInvalid(own);
        own.ring[2] = keys[1];
        _expectInvalid(own);
    }

    function _expectInvalid(Community memory ring) private {
        for (uint256 i = 0; i < SIZE; i++) {
            bool stands = false;
            for (uint256 j = 0; j < SIZE; j++) {
                stands = stands || ring.ring[j] == ring.gateways[i].ring.x;
            }
            if (!stands) continue;
            _expectRefusal(
                policy,
                _signed(ring, policy, i, DAILY, SLOT, _compliant()),
                abi.encodeWithSelector(IQuarantinePolicy.SignatureInvalid.selector)
            );
        }
    }

    function _signedIn(uint256 page) private returns (IQuarantinePolicy.SignedReport memory r) {
        r = _signed(pages[page], policy, 0, DAILY, SLOT, _compliant());
        r.page = page;
    }

    function _pageOf(Gateways.Gateway[] memory members, bytes32[] memory order, uint256 start)
        private
        pure
        returns (Community memory page)
    {
        page.id = COMMUNITY;
        page.gateways = new Gateways.Gateway[](SIZE);
        page.ring = new uint256[](SIZE);
        for (uint256 i = 0; i < SIZE; i++) {
            page.ring[i] = uint256(order[start + i]);
            for (uint256 j = 0; j < members.length; j++) {
                if (members[j].ring.x == page.ring[i]) page.gateways[i] = members[j];
            }
        }
        page.ring = _ascending(page.ring);
    }
}

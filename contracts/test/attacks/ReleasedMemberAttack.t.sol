// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {Gateways} from "../signing/Gateways.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a household reports after its release. It keeps its keys, so the rings of later slots must not have them:
///         neither where its page was rebuilt, nor where it waited in the queue for longer than its stay.
contract ReleasedMemberAttackTest is QuarantineTest {
    uint256 private constant MINIMUM = 2;

    IQuarantinePolicy private policy;
    Gateways.Gateway[] private members;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, uint8(MINIMUM));
        policy = _general(IRelayFund(address(0)), 2);
        _schedule(COMMUNITY, policy, FIRST_SLOT);
        Gateways.Gateway[] memory admitted = _admitMany(COMMUNITY, "m", 4);
        for (uint256 i = 0; i < admitted.length; i++) {
            members.push(admitted[i]);
        }
    }

    function test_ReleasedMember_PageRebuilt_CannotReportLaterSlots() external {
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        _renew(0, FIRST_SLOT + 2);
        _pass(DAY);
        _closeAndCut(COMMUNITY, _one(0), _keysWithoutFirst());
        _expectOnlyTheOthersReport(FIRST_SLOT + 2, 1);
    }

    /// @dev A household whose stay ends while the queue is too short for a ring.
    function test_ReleasedMember_WhileQueued_GetsNoSeat() external {
        _renew(0, FIRST_SLOT + 3);
        _pass(2 * DAY);
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        vm.assertEq(registry.pageAt(COMMUNITY, 0).size, 3);
        _expectOnlyTheOthersReport(FIRST_SLOT + 3, 0);
        ICommunityRegistry.Membership memory membership = registry.membershipOf(members[0].account);
        vm.assertFalse(membership.inPage);
        vm.assertEq(membership.queuedRound, 0);
    }

    /// @dev The first slot of the pages is the last one of the stay: it is a member's like any other.
    function test_Member_ReleasedAfterTheFirstSlotOfThePages_ReportsIt() external {
        _renew(0, FIRST_SLOT + 2);
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        _afterSlot(FIRST_SLOT + 1, 0);
        _submit(policy, _signed(_ringOf(4), policy, 0, DAILY, FIRST_SLOT + 1, _compliant()));
    }

    /// @dev Whoever may choose the time of the cut chooses nothing else by it.
    function test_ReleasedMember_BetweenClosingAndCut_KeepsTheSeat() external {
        _renew(0, FIRST_SLOT + 2);
        bytes32 seed = _close(COMMUNITY, _none());
        _pass(9 * DAY);
        registry.cutPages(COMMUNITY, _inOrder(seed, _keysOf(4)));
        vm.assertEq(registry.pageAt(COMMUNITY, 0).size, 4);
    }

    function test_ReleasedMember_RenewedLater_QueuedAgain() external {
        _renew(0, FIRST_SLOT + 3);
        _pass(2 * DAY);
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        _renew(0, FIRST_SLOT + 30);
        vm.assertEq(registry.membershipOf(members[0].account).queuedRound, 2);
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 1);
    }

    /// @dev Fewer than the minimum are no ring: their reports wait for a larger page.
    function test_ReleasedMembers_TooFewLeftForARing_NoReportUntilMerged() external {
        for (uint256 i = 0; i < 3; i++) {
            _renew(i, FIRST_SLOT + 3);
        }
        _pass(2 * DAY);
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        Community memory short = _ring(_one(members[3].ring.x), 3);
        _afterSlot(FIRST_SLOT + 3, 0);
        _expectRefusal(
            policy,
            _signed(short, policy, 0, DAILY, FIRST_SLOT + 3, _compliant()),
            abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 1, 1)
        );
        uint256[] memory merged = _ringKeys(_admitMany(COMMUNITY, "late", 2));
        uint256[] memory pool = new uint256[](3);
        (pool[0], pool[1], pool[2]) = (merged[0], merged[1], members[3].ring.x);
        _closeAndCut(COMMUNITY, _one(0), pool);
        vm.assertEq(registry.pageAt(COMMUNITY, 1).size, 3);
    }

    function test_ReleasedMembers_NobodyLeft_NoPage() external {
        for (uint256 i = 0; i < 4; i++) {
            _renew(i, FIRST_SLOT + 3);
        }
        _pass(2 * DAY);
        _closeAndCut(COMMUNITY, _none(), _keysOf(4));
        vm.assertEq(registry.pageCount(COMMUNITY), 0);
        vm.assertEq(registry.queueOf(COMMUNITY).poolSize, 0);
    }

    function _expectOnlyTheOthersReport(uint64 slot, uint256 page) private {
        Community memory others = _ringOf(3);
        _afterSlot(slot, 0);
        for (uint256 i = 1; i < 4; i++) {
            IQuarantinePolicy.SignedReport memory r =
                _signed(others, policy, i - 1, DAILY, slot, _compliant());
            r.page = page;
            _submit(policy, r);
        }
        // The ring of its own making, and the ring it stood in before.
        IQuarantinePolicy.SignedReport memory released =
            _signed(_ringOf(4), policy, 0, DAILY, slot, _compliant());
        for (released.page = 0; released.page < page; released.page++) {
            _expectRefusal(
                policy,
                released,
                abi.encodeWithSelector(IQuarantinePolicy.RingNotInForce.selector, released.page, slot)
            );
        }
        _expectRefusal(policy, released, abi.encodeWithSelector(IQuarantinePolicy.RingSizeMismatch.selector, 4, 3));
    }

    /// @dev All four, or the last three.
    function _ringOf(uint256 size) private view returns (Community memory) {
        return _ring(size == 4 ? _keysOf(4) : _keysWithoutFirst(), 4 - size);
    }

    function _ring(uint256[] memory keys, uint256 first) private view returns (Community memory ring) {
        ring.id = COMMUNITY;
        ring.gateways = new Gateways.Gateway[](keys.length);
        for (uint256 i = 0; i < keys.length; i++) {
            ring.gateways[i] = members[first + i];
        }
        ring.ring = _ascending(keys);
    }

    function _keysOf(uint256 count) private view returns (uint256[] memory keys) {
        keys = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            keys[i] = members[i].ring.x;
        }
    }

    function _keysWithoutFirst() private view returns (uint256[] memory keys) {
        keys = new uint256[](3);
        for (uint256 i = 0; i < 3; i++) {
            keys[i] = members[i + 1].ring.x;
        }
    }

    function _renew(uint256 member, uint64 releaseSlot) private {
        _renewUntil(COMMUNITY, members[member].account, releaseSlot);
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {KeyPages} from "../../src/libraries/KeyPages.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {QuarantineTest} from "../QuarantineTest.sol";
import {vm} from "../Vm.sol";

/// @notice Attack: a member changes its key in the middle of a slot, for a second tag in it: plainly, or by way of a page's
///         dissolution, of a revocation and a new admission, of a renewal, of another community. Whatever it and an officer do,
///         it tries every key it ever had in every page there is, and has one report a slot.
contract KeyChangeAttackTest is QuarantineTest {
    uint256 private constant SIZE = 3;
    uint64 private constant LAST_SLOT = FIRST_SLOT + 8;

    IQuarantinePolicy private policy;
    /// @dev The others of its page.
    Gateways.Gateway[] private others;
    Gateways.Gateway private attacker;
    /// @dev Every key it ever registered.
    RingSigner.Key[] private keys;

    function setUp() public override {
        super.setUp();
        _createCommunity(COMMUNITY, 16, 2);
        policy = _general(IRelayFund(address(0)), 2);
        _schedule(COMMUNITY, policy, FIRST_SLOT + 1);
        Gateways.Gateway[] memory members = _admitMany(COMMUNITY, "m", SIZE);
        attacker = members[0];
        keys.push(attacker.ring);
        others.push(members[1]);
        others.push(members[2]);
        _closeAndCut(COMMUNITY, _none(), _ringKeys(members));
        _pass(DAY);
    }

    function test_KeyChange_NoRoundAfterIt_OneReportASlot() external {
        _changeKey();
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 0);
        _expectOneReportASlot(0);
    }

    function test_KeyChange_PageDissolvedAndCutTheSameDay_OneReportASlot() external {
        _changeKey();
        _cutAnew(0, attacker.ring.x);
        _expectOneReportASlot(1);
    }

    function test_KeyChange_EveryDayWithARound_OneReportASlot() external {
        for (uint256 page = 0; page < 4; page++) {
            _changeKey();
            _cutAnew(page, attacker.ring.x);
            _pass(DAY);
        }
        _expectOneReportASlot(4);
    }

    /// @dev Between closing and cut, days may pass: the old page serves them all, and no key is taken.
    function test_KeyChange_WhilePageIsBeingDissolved_Refused() external {
        bytes32 seed = _close(COMMUNITY, _one(0));
        for (uint256 day = 0; day < 3; day++) {
            _expectKeyChangeRefused();
            _pass(DAY);
        }
        registry.cutPages(COMMUNITY, _inOrder(seed, _poolWith(attacker.ring.x)));
        _changeKey();
        _expectOneReportASlot(1);
    }

    function test_KeyChange_ByRevocationAndAdmission_OneReportASlot() external {
        _revoke();
        _changeKey();
        vm.assertEq(registry.queueOf(COMMUNITY).queued, 0);
        _cutAnew(0, attacker.ring.x);
        _expectOneReportASlot(1);
    }

    /// @dev Revoked, dissolved out of its page, admitted with another key, and cut into a page of the next round: all in one day,
    ///      while the old page still serves it.
    function test_KeyChange_ByLeavingThePageForTheNextRound_OneReportASlot() external {
        _revoke();
        bytes32 seed = _close(COMMUNITY, _one(0));
        _changeKey();
        vm.assertEq(registry.membershipOf(attacker.account).queuedRound, 3);
        registry.cutPages(COMMUNITY, _inOrder(seed, _othersKeys()));
        _cutNewcomerWith(attacker.ring.x);
        _expectOneReportASlot(2);
    }

    /// @dev The same with the key it had: a second page, not a second tag, and never both in one slot.
    function test_KeyChange_ByRenewalForTheNextRound_OneReportASlot() external {
        _revoke();
        bytes32 seed = _close(COMMUNITY, _one(0));
        _renewUntil(COMMUNITY, attacker.account, FIRST_SLOT + 40);
        registry.cutPages(COMMUNITY, _inOrder(seed, _othersKeys()));
        _cutNewcomerWith(attacker.ring.x);
        _expectOneReportASlot(2);
    }

    /// @dev The next round cannot be closed, let alone cut, while the one before it keeps the old page in force.
    function test_KeyChange_NextRoundBeforeTheOldPageEnded_Refused() external {
        _revoke();
        _close(COMMUNITY, _one(0));
        _changeKey();
        _admitMany(COMMUNITY, "newcomer", 1);
        vm.prank(officer);
        vm.expectRevert(abi.encodeWithSelector(ICommunityRegistry.RoundNotCut.selector, COMMUNITY));
        registry.closeQueue(COMMUNITY, _none());
    }

    /// @dev To another community and back, with a key of its own in each.
    function test_KeyChange_ByWayOfAnotherCommunity_OneReportASlot() external {
        _createCommunity("Wuhan", 16, 2);
        _revoke();
        bytes32 seed = _close(COMMUNITY, _one(0));
        _changeKeyIn("Wuhan");
        vm.prank(officer);
        registry.revoke("Wuhan", attacker.account);
        _changeKeyIn(COMMUNITY);
        registry.cutPages(COMMUNITY, _inOrder(seed, _othersKeys()));
        _cutNewcomerWith(attacker.ring.x);
        _expectOneReportASlot(2);
    }

    function test_KeyChange_ReleasedAndAdmittedAgain_OneReportASlot() external {
        _renewUntil(COMMUNITY, attacker.account, FIRST_SLOT + 2);
        bytes32 seed = _close(COMMUNITY, _one(0));
        _changeKey();
        registry.cutPages(COMMUNITY, _inOrder(seed, _othersKeys()));
        _cutNewcomerWith(attacker.ring.x);
        _expectOneReportASlot(2);
    }

    /// @dev Exactly one, so that a change of key does not cost an honest household a day either.
    function _expectOneReportASlot(uint256 lastPage) private {
        _afterSlot(LAST_SLOT, 0);
        vm.assertEq(registry.pageCount(COMMUNITY), lastPage + 1);
        for (uint64 slot = FIRST_SLOT + 1; slot <= LAST_SLOT; slot++) {
            vm.assertEq(_reportsOf(slot), 1);
        }
    }

    function _reportsOf(uint64 slot) private returns (uint256 accepted) {
        for (uint256 page = 0; page < registry.pageCount(COMMUNITY); page++) {
            Community memory ring;
            ring.id = COMMUNITY;
            ring.ring = KeyPages.read(registry.pageAt(COMMUNITY, page).code);
            for (uint256 i = 0; i < keys.length; i++) {
                for (uint256 j = 0; j < ring.ring.length; j++) {
                    if (ring.ring[j] == keys[i].x && _isAccepted(ring, page, keys[i], slot)) accepted++;
                }
            }
        }
    }

    function _isAccepted(Community memory ring, uint256 page, RingSigner.Key memory key, uint64 slot)
        private
        returns (bool)
    {
        ring.gateways = new Gateways.Gateway[](1);
        ring.gateways[0].ring = key;
        IQuarantinePolicy.SignedReport memory r = _signed(ring, policy, 0, DAILY, slot, _compliant());
        vm.prank(RELAY);
        try policy.report(r.communityId, r.kind, r.slot, r.state, page, r.c0, r.tagX, r.tagParity, r.z) {
            return true;
        } catch {
            return false;
        }
    }

    function _changeKey() private {
        _changeKeyIn(COMMUNITY);
    }

    function _changeKeyIn(bytes32 id) private {
        _pass(1);
        attacker.ring = RingSigner.keyOf(Curve.secretOf("changed", keys.length));
        keys.push(attacker.ring);
        _admit(_admission(id, attacker));
    }

    function _expectKeyChangeRefused() private {
        _pass(1);
        Gateways.Gateway memory changed = attacker;
        changed.ring = RingSigner.keyOf(Curve.secretOf("refused", 0));
        ICommunityRegistry.Admission[] memory one = new ICommunityRegistry.Admission[](1);
        one[0] = _admission(COMMUNITY, changed);
        vm.prank(officer);
        vm.expectRevert(
            abi.encodeWithSelector(ICommunityRegistry.MemberInClosedPool.selector, attacker.account)
        );
        registry.admit(one);
    }

    function _revoke() private asOfficer {
        registry.revoke(COMMUNITY, attacker.account);
    }

    function _cutAnew(uint256 page, uint256 key) private {
        _closeAndCut(COMMUNITY, _one(page), _poolWith(key));
    }

    /// @dev A round of its own for the attacker and somebody else.
    function _cutNewcomerWith(uint256 key) private {
        uint256[] memory pool = new uint256[](2);
        pool[0] = key;
        pool[1] = _admitMany(COMMUNITY, "newcomer", 1)[0].ring.x;
        _closeAndCut(COMMUNITY, _none(), pool);
    }

    function _poolWith(uint256 key) private view returns (uint256[] memory pool) {
        pool = new uint256[](SIZE);
        (pool[0], pool[1], pool[2]) = (key, others[0].ring.x, others[1].ring.x);
    }

    function _othersKeys() private view returns (uint256[] memory pool) {
        pool = new uint256[](2);
        (pool[0], pool[1]) = (others[0].ring.x, others[1].ring.x);
    }
}

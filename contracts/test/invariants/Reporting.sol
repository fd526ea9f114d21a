// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IQuarantinePolicy} from "../../src/interfaces/IQuarantinePolicy.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {States} from "../signing/States.sol";
import {Rules} from "./Rules.sol";

/// @title Reports, good and bad, and what a policy must say to each.
abstract contract Reporting is Rules {
    struct Attempt {
        IQuarantinePolicy.SignedReport report;
        IQuarantinePolicy policy;
        address relay;
        uint256 town;
        /// @dev Who signed; PEOPLE for nobody whom an officer knows.
        uint256 person;
        /// @dev Signed for what it says and by whom it is sent, by a key of the page that it names.
        bool valid;
    }

    /// @dev Accepted ones, to be sent again.
    Attempt[] internal history;

    mapping(address policy => mapping(uint256 town => mapping(uint8 kind => mapping(uint64 slot => mapping(uint256 tag => bool)))))
        private _spent;
    /// @dev Whatever policy, key, page or relay: at most one.
    mapping(uint256 town => mapping(uint8 kind => mapping(uint64 slot => mapping(uint256 person => uint256)))) private
        _reports;

    /// @notice The most reports of one member in one scope that were accepted.
    uint256 public mostOfAMember;
    /// @notice Reports accepted whose signer had no house number, or stood in no ring as the slot began.
    uint256 public outsidersAccepted;

    /// @dev Mostly what an honest gateway sends, in a slot that it can still report.
    function _compose(uint256 seed, IQuarantinePolicy policy, address relay) internal returns (Attempt memory a) {
        uint256 style = seed % 10;
        if (style == 5) return _anyKeyInAnyPage(seed, policy, relay);
        if (style == 6) return _outsider(seed, policy, relay);
        if (style == 7 && history.length != 0) return _again(seed, policy, relay);
        if (style == 9) {
            a = _honest(seed, policy, address(uint160(relay) ^ 1));
            (a.relay, a.valid) = (relay, false);
            return a;
        }
        a = _honest(seed, policy, relay);
        if (style == 8) _tamper(a, _pick(seed, "field"));
    }

    /// @dev The error that the policy refuses with; zero for none.
    function _refusalOf(Attempt memory a) internal view returns (bytes4) {
        IQuarantinePolicy.SignedReport memory r = a.report;
        if (!_same(_policyIn(a.town, r.slot), a.policy)) return IQuarantinePolicy.NotInForce.selector;
        if (r.kind > ALERT) return IQuarantinePolicy.UnknownKind.selector;
        if (r.kind == ALERT && !_same(a.policy, policies[1])) return IQuarantinePolicy.AlertsNotTaken.selector;
        if (!_isOpen(a.town, r.kind, r.slot)) return IQuarantinePolicy.OutsideWindow.selector;
        if (uint256(r.state) >> 248 != 1) return IQuarantinePolicy.MalformedState.selector;
        if (!_serves(a.town, r.page, r.slot)) return IQuarantinePolicy.RingNotInForce.selector;
        uint256 size = towns[a.town].pages[r.page].keys.length;
        if (r.z.length != size || size < towns[a.town].minimum) return IQuarantinePolicy.RingSizeMismatch.selector;
        if (_spent[address(a.policy)][a.town][r.kind][r.slot][r.tagX]) return IQuarantinePolicy.TagSpent.selector;
        return a.valid ? bytes4(0) : IQuarantinePolicy.SignatureInvalid.selector;
    }

    /// @dev Notes who reported what.
    function _accepted(Attempt memory a) internal {
        IQuarantinePolicy.SignedReport memory r = a.report;
        bool member = a.person < PEOPLE && pageOf[a.town][r.slot][a.person] == r.page + 1;
        if (!member) outsidersAccepted++;
        uint256 count = ++_reports[a.town][r.kind][r.slot][a.person];
        if (count > mostOfAMember) mostOfAMember = count;
        _spent[address(a.policy)][a.town][r.kind][r.slot][r.tagX] = true;
        history.push(a);
        _expect(IQuarantinePolicy.ReportAccepted.selector, 1);
        happened[r.kind == ALERT ? bytes32("alert accepted") : bytes32("daily accepted")]++;
        if (a.policy.complies(r.state)) return;
        _expect(IQuarantinePolicy.ViolationReported.selector, 1);
        happened[bytes32("violation")]++;
    }

    function _honest(uint256 seed, IQuarantinePolicy policy, address relay) private returns (Attempt memory a) {
        a.town = _pick(seed, "town") % TOWNS;
        uint8 kind = _same(policy, policies[1]) && _pick(seed, "kind") % 2 == 0 ? ALERT : DAILY;
        uint64 slot = _slotUnder(policy, a.town, kind, _pick(seed, "slot"));
        for (uint256 i = 0; i < PEOPLE; i++) {
            a.person = (_pick(seed, "person") + i) % PEOPLE;
            uint256 page = pageOf[a.town][slot][a.person];
            if (page == 0) continue;
            (RingSigner.Key memory key,) = _keyIn(a.person, towns[a.town].pages[page - 1].keys);
            _sign(a, policy, relay, page - 1, key, kind, slot, _stateOf(seed));
            a.valid = true;
            return a;
        }
        return _outsider(seed, policy, relay);
    }

    /// @dev Any key that a person ever had, in any page that there ever was: where it is none of the page's, it stands for one.
    function _anyKeyInAnyPage(uint256 seed, IQuarantinePolicy policy, address relay)
        private
        returns (Attempt memory a)
    {
        a.town = _pick(seed, "town") % TOWNS;
        a.person = _pick(seed, "person") % PEOPLE;
        if (towns[a.town].pages.length == 0 || people[a.person].keys.length == 0) {
            return _outsider(seed, policy, relay);
        }
        uint256 page = _pick(seed, "page") % towns[a.town].pages.length;
        uint256[] memory ring = towns[a.town].pages[page].keys;
        RingSigner.Key memory key;
        (key, a.valid) = _keyIn(a.person, ring);
        if (!a.valid) key = RingSigner.Key(people[a.person].keys[0].secret, ring[seed % ring.length]);
        _sign(a, policy, relay, page, key, DAILY, _slotOf(a.town, DAILY, _pick(seed, "slot")), _stateOf(seed));
    }

    /// @dev Somebody with a key of his own making, in a member's place, or in a ring that he made himself.
    function _outsider(uint256 seed, IQuarantinePolicy policy, address relay) private returns (Attempt memory a) {
        a.town = _pick(seed, "town") % TOWNS;
        a.person = PEOPLE;
        uint256 secret = Curve.toSecret(_pick(seed, "secret"));
        uint64 slot = _slotOf(a.town, DAILY, _pick(seed, "slot"));
        uint256 page = towns[a.town].pages.length == 0 ? 0 : _pick(seed, "page") % towns[a.town].pages.length;
        RingSigner.Key memory key = RingSigner.Key(secret, 0);
        uint256[] memory ring = _one(RingSigner.keyOf(secret).x);
        if (towns[a.town].pages.length != 0) ring = towns[a.town].pages[page].keys;
        key.x = ring[seed % ring.length];
        _signIn(ring, a, policy, relay, page, key, DAILY, slot, _stateOf(seed));
    }

    /// @dev The same bytes again, perhaps to another policy or by another sender.
    function _again(uint256 seed, IQuarantinePolicy policy, address relay) private view returns (Attempt memory a) {
        a = history[_pick(seed, "history") % history.length];
        a.valid = _same(a.policy, policy) && a.relay == relay;
        (a.policy, a.relay) = (policy, relay);
    }

    function _tamper(Attempt memory a, uint256 field) private pure {
        IQuarantinePolicy.SignedReport memory r = a.report;
        a.valid = false;
        bool odd = field >> 128 & 1 == 1;
        field %= 10;
        if (field == 0) r.state = States.pack(11, 0, 0, 0);
        else if (field == 1) r.c0 ^= 1;
        else if (field == 2) r.tagX ^= 1;
        else if (field == 3) r.tagParity ^= 1;
        else if (field == 4) r.z[0] ^= 1;
        else if (field == 5) r.state = bytes32(uint256(2) << 248);
        else if (field == 6) r.kind = odd && r.kind == DAILY ? ALERT : 2;
        else if (field == 7) r.slot += 1;
        else if (field == 8) r.page += 1;
        else r.z = new uint256[](r.z.length + 1);
    }

    function _sign(
        Attempt memory a,
        IQuarantinePolicy policy,
        address relay,
        uint256 page,
        RingSigner.Key memory key,
        uint8 kind,
        uint64 slot,
        bytes32 state
    ) private {
        _signIn(towns[a.town].pages[page].keys, a, policy, relay, page, key, kind, slot, state);
    }

    function _signIn(
        uint256[] memory ring,
        Attempt memory a,
        IQuarantinePolicy policy,
        address relay,
        uint256 page,
        RingSigner.Key memory key,
        uint8 kind,
        uint64 slot,
        bytes32 state
    ) private {
        Community memory community;
        community.id = towns[a.town].id;
        community.gateways = new Gateways.Gateway[](1);
        community.gateways[0].ring = key;
        community.ring = ring;
        a.report = _signedFor(community, policy, 0, kind, slot, state, relay);
        a.report.page = page;
        (a.policy, a.relay) = (policy, relay);
    }

    /// @dev The person's key in the ring, be it the latest of it or a former one.
    function _keyIn(uint256 person, uint256[] memory ring)
        private
        view
        returns (RingSigner.Key memory key, bool found)
    {
        RingSigner.Key[] storage keys = people[person].keys;
        for (uint256 i = 0; i < keys.length; i++) {
            for (uint256 j = 0; j < ring.length; j++) {
                if (ring[j] == keys[i].x) return (keys[i], true);
            }
        }
    }

    /// @dev Mostly one in which the policy is in force.
    function _slotUnder(IQuarantinePolicy policy, uint256 town, uint8 kind, uint256 seed)
        private
        view
        returns (uint64 slot)
    {
        for (uint256 i = 0; i < 12; i++) {
            slot = _slotOf(town, kind, seed + i);
            if (seed % 8 == 0 || _same(_policyIn(town, slot), policy)) break;
        }
    }

    /// @dev Most can be reported, some are too old or not over.
    function _slotOf(uint256 town, uint8 kind, uint256 seed) private view returns (uint64) {
        if (kind == ALERT) return _today(town) - uint64(seed % 2);
        return seed % 16 == 0 ? _today(town) : _today(town) - 1 - uint64(seed % 10);
    }

    function _stateOf(uint256 seed) private pure returns (bytes32) {
        uint16 trips = uint16(_pick(seed, "trips") % 4);
        return States.pack(trips, trips * 30, trips * 10, uint16(_pick(seed, "visits") % 2));
    }

    function _isOpen(uint256 town, uint8 kind, uint64 slot) private view returns (bool) {
        uint256 time = _localTime(town);
        uint256 begins = uint256(slot) * DAY;
        if (kind == ALERT) return time >= begins && time < begins + DAY + 2 hours;
        return time >= begins + DAY && time < begins + DAY + 8 days;
    }
}

// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICommunityRegistry} from "../../src/interfaces/ICommunityRegistry.sol";
import {Curve} from "../signing/Curve.sol";
import {Gateways} from "../signing/Gateways.sol";
import {RingSigner} from "../signing/RingSigner.sol";
import {vm} from "../Vm.sol";
import {World} from "./World.sol";

/// @title Officers admit, renew and revoke; now and then they should not be able to.
abstract contract Memberships is World {
    using Gateways for Gateways.Gateway;

    /// @dev An admission, a change of key, a new admission after a revocation, a move: whatever the person's place makes of it.
    function _admitPerson(uint256 p, uint256 town, uint256 stay, uint256 flaw) internal {
        _advance(1);
        Person storage person = people[p];
        (RingSigner.Key memory key, bytes4 refusal) = _keyFor(p, flaw);
        Gateways.Gateway memory gateway = person.gateway;
        gateway.ring = key;
        uint256 officerKey = flaw == 1 ? gateway.accountKey : OFFICER_KEY;
        ICommunityRegistry.Admission[] memory one = new ICommunityRegistry.Admission[](1);
        one[0] = gateway.admission(registry, officerKey, _numberFor(p, town, stay));
        if (flaw == 1) refusal = ICommunityRegistry.NotAnOfficer.selector;
        else if (_isPooled(p, town)) refusal = ICommunityRegistry.MemberInClosedPool.selector;
        else if (_isElsewhere(p, town)) refusal = ICommunityRegistry.MemberElsewhere.selector;
        bool done = _act(officer, address(registry), abi.encodeCall(registry.admit, (one)), refusal);
        if (done) _admitted(p, town, key, one[0].houseNumber.expiresAt);
    }

    function _renewPerson(uint256 p, uint256 town, uint256 stay) internal {
        _advance(1);
        ICommunityRegistry.VirtualHouseNumber memory h = _numberFor(p, town, stay);
        bytes memory signature = Gateways.sign(OFFICER_KEY, Gateways.houseNumberDigest(registry, h));
        bytes4 refusal = 0;
        if (people[p].home != town + 1) refusal = ICommunityRegistry.UnknownMember.selector;
        else if (_isPooled(p, town)) refusal = ICommunityRegistry.MemberInClosedPool.selector;
        bytes memory data = abi.encodeCall(registry.renew, (h, signature));
        if (!_act(officer, address(registry), data, refusal)) return;
        _expect(ICommunityRegistry.MemberRenewed.selector, 1);
        _numbered(p, town, h.expiresAt);
    }

    function _revokePerson(uint256 p, uint256 town) internal {
        Person storage person = people[p];
        bytes4 refusal = 0;
        if (person.home != town + 1) refusal = ICommunityRegistry.UnknownMember.selector;
        else if (person.revoked) refusal = ICommunityRegistry.MemberAlreadyRevoked.selector;
        bytes memory data = abi.encodeCall(registry.revoke, (towns[town].id, person.gateway.account));
        if (!_act(officer, address(registry), data, refusal)) return;
        _expect(ICommunityRegistry.MemberRevoked.selector, 1);
        person.revoked = true;
        happened[bytes32("revoked")]++;
        if (person.place != Place.Queued) return;
        person.place = Place.Detached;
        towns[town].queued--;
    }

    function _isMemberNow(uint256 p, uint256 town) internal view returns (bool) {
        Person storage person = people[p];
        return person.home == town + 1 && !person.revoked && vm.getBlockTimestamp() < person.expiresAt;
    }

    function _admitted(uint256 p, uint256 town, RingSigner.Key memory key, uint64 expiresAt) private {
        Person storage person = people[p];
        if (person.place == Place.Seated) happened[bytes32("key changed in a page")]++;
        if (person.place == Place.Queued) happened[bytes32("key changed in the queue")]++;
        if (person.revoked) happened[bytes32("admitted after revocation")]++;
        if (person.home != 0 && person.home != town + 1) happened[bytes32("moved")]++;
        person.home = town + 1;
        person.keys.push(key);
        person.gateway.ring = key;
        ownerOf[key.x] = p + 1;
        _expect(ICommunityRegistry.MemberAdmitted.selector, 1);
        _numbered(p, town, expiresAt);
    }

    function _numbered(uint256 p, uint256 town, uint64 expiresAt) private {
        Person storage person = people[p];
        (person.expiresAt, person.revoked) = (expiresAt, false);
        if (person.place != Place.Detached) return;
        person.place = Place.Queued;
        towns[town].queued++;
        _expect(ICommunityRegistry.MemberQueued.selector, 1);
    }

    /// @dev A key of its own, or where the flaw says so one that was registered before, by itself or by anybody.
    function _keyFor(uint256 p, uint256 flaw) private returns (RingSigner.Key memory key, bytes4 refusal) {
        Person storage owner = people[flaw == 2 ? p : (p + 1) % PEOPLE];
        if ((flaw == 2 || flaw == 3) && owner.keys.length != 0) {
            return (owner.keys[0], ICommunityRegistry.RingKeyUsed.selector);
        }
        string memory label = vm.toString(people[p].keys.length);
        return (RingSigner.keyOf(Curve.secretOf(label, p)), 0);
    }

    /// @dev Released at the next border, or up to 15 days later.
    function _numberFor(uint256 p, uint256 town, uint256 stay)
        private
        view
        returns (ICommunityRegistry.VirtualHouseNumber memory)
    {
        uint256 local = (_today(town) + 1 + stay % 16) * DAY;
        uint64 expiresAt = uint64(uint256(int256(local) - towns[town].utcOffset));
        return ICommunityRegistry.VirtualHouseNumber(
            towns[town].id, people[p].gateway.account, uint64(vm.getBlockTimestamp()), expiresAt
        );
    }

    function _isPooled(uint256 p, uint256 town) private view returns (bool) {
        return people[p].home == town + 1 && people[p].place == Place.Pooled;
    }

    function _isElsewhere(uint256 p, uint256 town) private view returns (bool) {
        return people[p].home != 0 && people[p].home != town + 1 && people[p].place != Place.Detached;
    }
}

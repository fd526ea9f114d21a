// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IRelayFund} from "../../src/interfaces/IRelayFund.sol";
import {vm} from "../Vm.sol";
import {Emergencies} from "./Emergencies.sol";
import {Rounds} from "./Rounds.sol";
import {Submissions} from "./Submissions.sol";

/// @title What the fuzzer can do: officers, gateways, relays, workers and attackers act, in any order, and time passes.
contract Handler is Rounds, Submissions, Emergencies {
    /// @dev Events between the entry of a function and its end are counted.
    modifier counted() {
        vm.recordLogs();
        _;
        _collect();
    }

    /// @notice Two towns at work: pages in force for five days, policies, money. Called once, before anything else.
    function begin() external counted {
        setUp();
        _makeRelays();
        vm.deal(RELAY, 1 ether);
        for (uint256 town = 0; town < TOWNS; town++) {
            _schedulePolicy(town, town, 0);
            _deposit(town, STRANGER, 1 ether);
            _setCaps(town, officer, IRelayFund.Caps(0.01 ether, 40, 2 gwei, 5));
            for (uint256 p = 0; p < 5; p++) {
                _admitPerson(town * 5 + p, town, 12, 0);
            }
            _closeRound(town, 0, false);
            _cutRound(town, STRANGER, 0);
        }
        _hireOrDismiss();
        _advance(5 * DAY);
    }

    function passTime(uint256 seed) external counted {
        uint256[5] memory most = [uint256(1 minutes), 1 hours, 12 hours, 2 days, 4 days];
        _advance(1 + _pick(seed, "time") % most[seed % 5]);
    }

    function passToBorder(uint256 seed) external counted {
        uint256 town = seed % TOWNS;
        uint256 left = DAY - _localTime(town) % DAY;
        _advance(left - (left > 1 ? _pick(seed, "second") % 2 : 0));
    }

    function admit(uint256 seed) external counted {
        uint256 p = _pick(seed, "person") % PEOPLE;
        bool away = seed % 6 == 0 || people[p].home == 0;
        uint256 town = away ? _pick(seed, "town") % TOWNS : people[p].home - 1;
        uint256 flaw = _pick(seed, "flaw") % 16;
        _admitPerson(p, town, _pick(seed, "stay"), flaw < 4 ? flaw : 0);
    }

    function renew(uint256 seed) external counted {
        uint256 p = _pick(seed, "person") % PEOPLE;
        uint256 town = seed % 6 == 0 || people[p].home == 0 ? seed % TOWNS : people[p].home - 1;
        _renewPerson(p, town, _pick(seed, "stay"));
    }

    function revoke(uint256 seed) external counted {
        uint256 p = _pick(seed, "person") % PEOPLE;
        uint256 town = seed % 6 == 0 || people[p].home == 0 ? seed % TOWNS : people[p].home - 1;
        _revokePerson(p, town);
    }

    function closeRound(uint256 seed, uint256 choices) external counted {
        _closeRound(seed % TOWNS, choices, _pick(seed, "flaw") % 8 == 0);
    }

    function fixSeed(uint256 seed) external counted {
        _fixSeedOf(seed % TOWNS, STRANGER);
    }

    function cutRound(uint256 seed) external counted {
        _cutRound(seed % TOWNS, seed % 4 < 2 ? STRANGER : officer, _pick(seed, "flaw") % 6);
    }

    function schedulePolicy(uint256 seed) external counted {
        _schedulePolicy(seed % TOWNS, _pick(seed, "which"), uint64(_pick(seed, "days") % 4));
    }

    function submit(uint256 seed) external counted {
        _submitComposed(seed);
    }

    function submitMore(uint256 seed) external counted {
        for (uint256 i = 0; i < 3; i++) {
            _submitComposed(_pick(seed, vm.toString(i)));
        }
    }

    function deposit(uint256 seed) external counted {
        _deposit(seed % TOWNS, STRANGER, _pick(seed, "amount") % 0.1 ether);
    }

    function withdraw(uint256 seed) external counted {
        address by = seed % 4 == 0 ? STRANGER : officer;
        address to = seed % 8 == 1 ? address(0) : address(0xCA54);
        uint256 town = _pick(seed, "town") % TOWNS;
        _withdraw(town, by, to, _pick(seed, "amount") % (_left(town) + _left(town) / 8 + 2));
    }

    function setCaps(uint256 seed) external counted {
        address by = seed % 8 == 0 ? STRANGER : officer;
        IRelayFund.Caps memory wanted = IRelayFund.Caps(
            _pick(seed, "report") % 0.02 ether,
            uint16(_pick(seed, "slot") % 30),
            uint48(_pick(seed, "fee") % 5 gwei),
            uint8(_pick(seed, "margin") % 12)
        );
        _setCaps(seed % TOWNS, by, wanted);
    }

    function emergency(uint256 seed) external counted {
        uint256 person = seed % 3 == 0 ? PEOPLE : _pick(seed, "person") % PEOPLE;
        uint256 home = person == PEOPLE || people[person].home == 0 ? 1 : people[person].home;
        uint256 town = seed % 5 == 0 ? _pick(seed, "town") % TOWNS : home - 1;
        _emergency(town, person, _pick(seed, "step") % 4, _pick(seed, "which"));
    }

    function hireOrDismiss() external counted {
        _hireOrDismiss();
    }

    // What must hold, asked from outside.

    /// @notice Balances are what went in less what went out, and the fund has the sum of them.
    function checkMoney() external view {
        uint256 sum = 0;
        for (uint256 town = 0; town < TOWNS; town++) {
            vm.assertEq(fund.balanceOf(towns[town].id), _left(town));
            vm.assertLe(ledgers[town].refunded + ledgers[town].withdrawn, ledgers[town].deposited);
            vm.assertEq(fund.refundedToday(towns[town].id), refundedOn[town][_today(town)]);
            sum += _left(town);
        }
        vm.assertEq(address(fund).balance, sum);
    }

    /// @notice Every slot that has begun has the rings that it began with.
    function checkRings(uint64 daysBack) external view {
        for (uint256 town = 0; town < TOWNS; town++) {
            for (uint64 back = 0; back <= daysBack; back++) {
                uint64 slot = _today(town) - back;
                if (slot <= FIRST_SLOT) break;
                vm.assertEq(_ringsNow(town, slot), ringsOf[town][slot]);
            }
        }
    }

    /// @notice One policy in force in each slot, the one that the model has.
    function checkPolicies(uint64 around) external view {
        for (uint256 town = 0; town < TOWNS; town++) {
            for (uint64 slot = _today(town) - around; slot <= _today(town) + around; slot++) {
                vm.assertEq(registry.policyAt(towns[town].id, slot), address(_policyIn(town, slot)));
            }
        }
    }

    /// @notice Every member stands where the model has it, with one key at most in queue, pool and pages.
    function checkMembers() external view {
        for (uint256 p = 0; p < PEOPLE; p++) {
            _checkMember(p);
        }
        for (uint256 town = 0; town < TOWNS; town++) {
            vm.assertEq(registry.queueOf(towns[town].id).queued, towns[town].queued);
            vm.assertEq(registry.queueOf(towns[town].id).poolSize, towns[town].poolSize);
        }
    }

    /// @notice The handler's counters and the contracts' events say the same.
    function checkEvents(bytes32[] calldata topics) external view {
        for (uint256 i = 0; i < topics.length; i++) {
            vm.assertEq(emitted[topics[i]], expected[topics[i]], string.concat("topic ", vm.toString(i)));
        }
    }

    function _checkMember(uint256 p) private view {
        Person storage person = people[p];
        address account = person.gateway.account;
        uint256 home = person.home == 0 ? 0 : person.home - 1;
        vm.assertEq(registry.isMember(towns[home].id, account), person.home != 0 && _isMemberNow(p, home));
        if (person.home == 0) return;
        uint64 open = registry.queueOf(towns[home].id).openRound;
        uint64 round = person.place == Place.Queued ? open : person.place == Place.Pooled ? open - 1 : 0;
        vm.assertEq(registry.membershipOf(account).queuedRound, round);
        vm.assertEq(registry.membershipOf(account).inPage, person.place == Place.Seated);
        if (person.place == Place.Seated) vm.assertEq(registry.membershipOf(account).page, person.page);
        for (uint256 i = 0; i < person.keys.length; i++) {
            (address owner, bool latest) = registry.ringKeyOwner(bytes32(person.keys[i].x));
            vm.assertEq(owner, account);
            vm.assertEq(latest, i + 1 == person.keys.length);
        }
    }
}

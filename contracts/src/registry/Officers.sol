// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    AccessControlDefaultAdminRules,
    AccessControl,
    IAccessControl
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ICommunityRegistry} from "../interfaces/ICommunityRegistry.sol";
import {Domains} from "../libraries/Domains.sol";

/// @title Officers, and one chief officer who appoints and dismisses them.
/// @dev The chief officer is the default admin of OpenZeppelin's rules: handed over in two steps, after a delay.
abstract contract Officers is ICommunityRegistry, AccessControlDefaultAdminRules {
    mapping(address officer => address successor) private _successors;

    constructor(address chiefOfficer, uint48 handOverDelay)
        AccessControlDefaultAdminRules(handOverDelay, chiefOfficer)
    {
        _grantRole(Domains.OFFICER_ROLE, chiefOfficer);
    }

    modifier onlyOfficer() {
        _checkRole(Domains.OFFICER_ROLE);
        _;
    }

    function OFFICER_ROLE() external pure returns (bytes32) {
        return Domains.OFFICER_ROLE;
    }

    function offerHandOver(address successor) external onlyOfficer {
        _successors[msg.sender] = successor;
        emit HandOverOffered(msg.sender, successor);
    }

    function acceptHandOver(address officer) external {
        require(_successors[officer] == msg.sender, NoHandOver(officer, msg.sender));
        _revokeRole(Domains.OFFICER_ROLE, officer);
        _grantRole(Domains.OFFICER_ROLE, msg.sender);
        emit HandOverAccepted(officer, msg.sender);
    }

    function isOfficer(address account) public view returns (bool) {
        return hasRole(Domains.OFFICER_ROLE, account);
    }

    /// @notice The chief officer appoints officers; every other role is given and taken by the registry's own functions alone,
    ///         so its admin role is one that nobody holds.
    function getRoleAdmin(bytes32 role) public pure override(AccessControl, IAccessControl) returns (bytes32) {
        return role == Domains.OFFICER_ROLE || role == DEFAULT_ADMIN_ROLE
            ? DEFAULT_ADMIN_ROLE
            : Domains.NOBODY_ROLE;
    }

    /// @dev What is no signature recovers to the zero address: it must never be an officer.
    function _grantRole(bytes32 role, address account) internal override returns (bool) {
        require(account != address(0), ZeroAddress());
        return super._grantRole(role, account);
    }

    /// @dev An offer goes with the role, so that none comes back with it.
    function _revokeRole(bytes32 role, address account) internal override returns (bool) {
        if (role == Domains.OFFICER_ROLE) delete _successors[account];
        return super._revokeRole(role, account);
    }

    /// @notice Officers may resign; a worker's role goes with its key and duty, so an officer removes it.
    function renounceRole(bytes32 role, address account) public override(AccessControlDefaultAdminRules) {
        require(role == Domains.OFFICER_ROLE || role == DEFAULT_ADMIN_ROLE, RoleNotRenounceable(role));
        super.renounceRole(role, account);
    }
}

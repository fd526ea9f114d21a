// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title The rules of one kind of home quarantine; thresholds are immutable (paper, 3.2 and Algorithm 2).
interface IQuarantinePolicy {
    /// @notice A report and its ring signature, as the arguments of `report`.
    struct SignedReport {
        bytes32 communityId;
        uint8 kind;
        uint64 slot;
        bytes32 state;
        uint256 page;
        uint256 c0;
        uint256 tagX;
        uint8 tagParity;
        uint256[] z;
    }

    /// @notice Emitted once a tag; `tag` is T.x.
    event ReportAccepted(
        bytes32 indexed communityId, uint64 indexed slot, uint8 kind, bytes32 tag, bytes32 state, bool compliant
    );
    /// @notice Everything that verifying the ring signature again needs, beside the chain id and this contract's address.
    event ViolationReported(
        bytes32 indexed communityId,
        uint64 indexed slot,
        uint8 kind,
        bytes32 state,
        uint256 page,
        address ringCode,
        bytes32 ringCodeHash,
        address relay,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] z
    );
    /// @notice A report of a batch that was not accepted; `reason` is the encoded error that `report` reverts with.
    event ReportRefused(uint256 index, bytes reason);

    error UnknownKind(uint8 kind);
    error AlertsNotTaken();
    error NotInForce(bytes32 communityId, uint64 slot);
    /// @notice The window of the slot has not begun or is over; times are the community's local time in seconds.
    error OutsideWindow(uint64 slot, uint256 localTime);
    error MalformedState(bytes32 state);
    error RingNotInForce(uint256 page, uint64 slot);
    error RingSizeMismatch(uint256 responses, uint256 ringSize);
    error TagSpent(uint256 tagX);
    error SignatureInvalid();
    error ZeroAddress();
    /// @notice It would refuse every refund, and with it every report.
    error FundOfAnotherRegistry(address fund);

    /// @notice Verifies a report's ring signature, spends its tag and checks the thresholds. The caller is the relay that it names.
    /// @param kind 0 Daily, 1 Alert
    /// @param state packed IntervalSummary
    /// @param page index of the ring page in the registry
    /// @param z one response for each member of the page
    function report(
        bytes32 communityId,
        uint8 kind,
        uint64 slot,
        bytes32 state,
        uint256 page,
        uint256 c0,
        uint256 tagX,
        uint8 tagParity,
        uint256[] calldata z
    ) external;

    /// @notice Several reports, each accepted or refused by itself. The caller is the relay that all of them name.
    /// @return accepted how many were accepted
    function reportBatch(SignedReport[] calldata reports) external returns (uint256 accepted);

    function isSpent(bytes32 communityId, uint8 kind, uint64 slot, uint256 tagX) external view returns (bool);
    function alerts() external view returns (bool);
    /// @notice Whether a summary keeps the limits; reverts for a malformed state.
    function complies(bytes32 state) external view returns (bool);
    /// @notice General: maxTrips. Moderate: maxTrips, maxMinutesOutside, maxLongestTripMinutes. Strong: maxTrips, maxVisits (0, 0).
    ///         A limit that a policy does not have is type(uint16).max.
    function thresholds()
        external
        view
        returns (uint16 maxTrips, uint16 maxMinutesOutside, uint16 maxLongestTripMinutes, uint16 maxVisits);
    function registry() external view returns (address);
    /// @notice The relay fund that refunds from; zero where relays are not refunded.
    function fund() external view returns (address);
}

// The packed interval summary of a report.
import { encodePacked } from 'viem';

const VERSION = 1;

/** Minutes and counts of one day as 32 bytes; what is not given is 0. */
export function packState({ flags = 0, trips = 0, minutesOutside = 0, longestTripMinutes = 0, visits = 0, unknownMinutes = 0 }) {
  return encodePacked(
    ['uint8', 'uint8', 'uint16', 'uint16', 'uint16', 'uint16', 'uint16', 'uint160'],
    [VERSION, flags, trips, minutesOutside, longestTripMinutes, visits, unknownMinutes, 0n],
  );
}

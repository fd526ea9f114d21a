// What reports are measured for: ring sizes, batch, policies with the thresholds that the officer's console deploys.
import { packState } from './states.mjs';

export const RING_SIZES = [2, 4, 8, 16, 32, 64];
export const BATCH = 8;

/** A compliant day is one at its limits, a violation one beyond them. */
export const POLICIES = {
  general: {
    contract: 'GeneralQuarantine',
    thresholds: [3],
    compliant: packState({ trips: 3, minutesOutside: 300, longestTripMinutes: 260, unknownMinutes: 60 }),
    violation: packState({ trips: 4, minutesOutside: 300, longestTripMinutes: 260, unknownMinutes: 60 }),
  },
  moderate: {
    contract: 'ModerateQuarantine',
    thresholds: [2, 60, 30],
    compliant: packState({ trips: 2, minutesOutside: 60, longestTripMinutes: 30, unknownMinutes: 60 }),
    violation: packState({ trips: 3, minutesOutside: 90, longestTripMinutes: 35, unknownMinutes: 60 }),
  },
  strong: {
    contract: 'StrongQuarantine',
    thresholds: [],
    compliant: packState({ unknownMinutes: 60 }),
    violation: packState({ trips: 1, minutesOutside: 30, longestTripMinutes: 30, visits: 1, unknownMinutes: 60 }),
  },
};

// Reports of every policy: verified, tagged, checked. With a relay fund and without, one by one and in a batch.
import { parseEther, zeroAddress } from 'viem';
import { DAY, PRIORITY_FEE } from '../chain.mjs';
import { signReport } from '../ring-signer.mjs';
import { packState } from './states.mjs';

export const RING_SIZES = [2, 4, 8, 16, 32, 64];
export const BATCH = 8;

const DAILY = 0;
const PAGE = 0n;
/** Two single reports, a violation and a batch are eleven tags, and a ring of two members makes two a day. */
const DAYS = 6n;

/** With the thresholds that the officer's console deploys, and days at their limit. */
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

export class ReportMeter {
  #authority;
  #figures;
  #communities;

  /** @param communities one for each ring size, each with one page */
  constructor(authority, figures, communities) {
    this.#authority = authority;
    this.#figures = figures;
    this.#communities = communities;
  }

  async measure(progress) {
    await this.#prepay();
    for (const [scheme, fund] of [['lsag', zeroAddress], ['lsag+refund', this.#authority.fund.address]]) {
      for (const [name, policy] of Object.entries(POLICIES)) {
        progress(`reports: ${scheme}, ${name}`);
        await this.#measurePolicy(scheme, name, policy, fund);
      }
    }
  }

  async #prepay() {
    const caps = { perReport: parseEther('0.1'), reportsPerSlot: 10_000, priorityFee: PRIORITY_FEE, marginPercent: 0 };
    for (const { communityId } of this.#communities) {
      await this.#authority.send(this.#authority.fund, 'deposit', [communityId], { value: parseEther('1') });
      await this.#authority.send(this.#authority.fund, 'setCaps', [communityId, caps]);
    }
  }

  /** In force from the next day on; reported when the window of each of its days is open. */
  async #measurePolicy(scheme, name, policy, fund) {
    const contract = await this.#authority.deploy(policy.contract, [this.#authority.registry.address, fund, ...policy.thresholds]);
    const firstDay = (await this.#authority.now()) / DAY + 1n;
    for (const { communityId } of this.#communities) {
      await this.#authority.send(this.#authority.registry, 'schedulePolicy', [communityId, contract.address, firstDay]);
    }
    await this.#authority.moveTo((firstDay + DAYS) * DAY);
    for (const community of this.#communities) {
      await this.#measureRing({ scheme, name, policy, contract }, community, tags(community, firstDay));
    }
  }

  /** The dearer of a day's first report, which a refund may find other storage at, and a later one. */
  async #measureRing({ scheme, name, policy, contract }, community, tags_) {
    const sign = (state, count) => Array.from({ length: count }, () => this.#sign(contract, community, tags_.next().value, state));
    const ringSize = community.ring.length;
    const singles = [];
    for (const report of sign(policy.compliant, 2)) {
      singles.push((await this.#submit(contract, 'report', Object.values(report), { accepted: 1, compliant: true })).gasUsed);
    }
    const violation = await this.#submit(contract, 'report', Object.values(sign(policy.violation, 1)[0]), { accepted: 1, compliant: false });
    const batch = await this.#submit(contract, 'reportBatch', [sign(policy.compliant, BATCH)], { accepted: BATCH, compliant: true });
    this.#figures.add(scheme, name, singles[0] > singles[1] ? singles[0] : singles[1], { ringSize, batch: 1 });
    this.#figures.add(scheme, name, Number(batch.gasUsed) / BATCH, { ringSize, batch: BATCH });
    this.#figures.add(`${scheme}-violation`, name, violation.gasUsed, { ringSize, batch: 1 });
  }

  #sign(contract, community, { gateway, slot }, state) {
    return signReport({
      chainId: this.#authority.chainId, policy: contract.address, communityId: community.communityId, kind: DAILY, slot, state,
      page: PAGE, ring: community.ring, relay: this.#authority.relay.address, secret: gateway.ringSecret,
    });
  }

  /** A batch goes on after a report that it refuses, so the events are counted. */
  async #submit(contract, functionName, args, expected) {
    const receipt = await this.#authority.send(contract, functionName, args, { account: this.#authority.relay });
    const events = this.#authority.events(contract, receipt, 'ReportAccepted');
    if (events.length !== expected.accepted || events.some(({ args: { compliant } }) => compliant !== expected.compliant)) {
      throw new Error(`${contract.contractName}.${functionName}: expected ${expected.accepted} reports, compliant: ${expected.compliant}`);
    }
    return receipt;
  }
}

function* tags({ gateways }, firstDay) {
  for (let slot = firstDay; slot < firstDay + DAYS; slot++) {
    for (const gateway of gateways) yield { gateway, slot };
  }
}

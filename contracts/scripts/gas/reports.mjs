// Reports under every policy: verified, tagged, checked; with a relay fund and without, one by one and in a batch.
import { parseEther, zeroAddress } from 'viem';
import { DAY, PRIORITY_FEE } from '../chain.mjs';
import { signReport } from '../ring-signer.mjs';
import { executionGas } from './calldata.mjs';
import { BATCH, POLICIES } from './cases.mjs';

const DAILY = 0;
const PAGE = 0n;
/** Three single reports, a violation and a batch are twelve tags, and a ring of two members makes two a day. */
const DAYS = 6n;
const REFUNDED = 'lsag+refund';

export class ReportMeter {
  #authority;
  #figures;
  #communities;
  #refundShares = [];
  #firstRefundDifferences = [];

  /** @param communities one for each ring size, each with one page */
  constructor(authority, figures, communities) {
    this.#authority = authority;
    this.#figures = figures;
    this.#communities = communities;
  }

  async measure(progress) {
    await this.#prepay();
    for (const [scheme, fund] of [['lsag', zeroAddress], [REFUNDED, this.#authority.fund.address]]) {
      for (const [name, policy] of Object.entries(POLICIES)) {
        progress(`reports: ${scheme}, ${name}`);
        await this.#measurePolicy(scheme, name, policy, fund);
      }
    }
  }

  /** What refunds gave back of what the relay paid, and whether a day's first one costs something else than a later one. */
  get notes() {
    const percent = (share) => `${(100 * share).toFixed(1)} %`;
    return [
      `A refund gave back ${percent(Math.min(...this.#refundShares))} to ${percent(Math.max(...this.#refundShares))} of what the relay paid.`,
      `A day's first refund and a later one differ by at most ${Math.max(...this.#firstRefundDifferences)} gas, calldata aside.`,
    ];
  }

  async #prepay() {
    const caps = { perReport: parseEther('0.1'), reportsPerSlot: 10_000, priorityFee: PRIORITY_FEE, marginPercent: 0 };
    for (const { communityId } of this.#communities) {
      await this.#authority.send(this.#authority.fund, 'deposit', [communityId], { value: parseEther('1') });
      await this.#authority.send(this.#authority.fund, 'setCaps', [communityId, caps]);
    }
  }

  /** In force from the next day on; reported while the windows of all its days are open. */
  async #measurePolicy(scheme, name, policy, fund) {
    const contract = await this.#authority.deploy(policy.contract, [this.#authority.registry.address, fund, ...policy.thresholds]);
    const firstDay = (await this.#authority.now()) / DAY + 1n;
    await this.#schedule(contract, firstDay);
    await this.#authority.moveTo((firstDay + DAYS) * DAY);
    const rings = this.#communities.map((community) => ({ scheme, name, policy, contract, community, tags: tags(community, firstDay) }));
    for (const ring of rings) {
      await this.#measureSingle(ring);
      await this.#measureViolation(ring);
      await this.#measureBatch(ring);
    }
    await this.#schedule(contract, firstDay + DAYS + 1n);
    for (const ring of rings) await this.#measureFormer(ring);
  }

  async #schedule(contract, slot) {
    for (const { communityId } of this.#communities) {
      await this.#authority.send(this.#authority.registry, 'schedulePolicy', [communityId, contract.address, slot]);
    }
  }

  /** The dearer one of two, the first of which is the community's first report of the day. */
  async #measureSingle(ring) {
    const first = await this.#report(ring, ring.policy.compliant, true);
    const later = await this.#report(ring, ring.policy.compliant, true);
    this.#add(ring, '', first.gasUsed > later.gasUsed ? first.gasUsed : later.gasUsed);
    if (ring.scheme !== REFUNDED) return;
    const { publicClient } = this.#authority.anvil;
    this.#firstRefundDifferences.push(Math.abs(await executionGas(publicClient, first) - await executionGas(publicClient, later)));
  }

  async #measureViolation(ring) {
    const { gasUsed } = await this.#report(ring, ring.policy.violation, false);
    this.#add(ring, '-violation', gasUsed);
  }

  async #measureBatch(ring) {
    const reports = Array.from({ length: BATCH }, () => this.#sign(ring, ring.policy.compliant));
    const { gasUsed } = await this.#submit(ring, 'reportBatch', [reports], { count: BATCH, compliant: true });
    this.#add(ring, '', Number(gasUsed) / BATCH, BATCH);
  }

  /** Of a day before a change of policy that is scheduled: the registry looks among the former ones. */
  async #measureFormer(ring) {
    const { gasUsed } = await this.#report(ring, ring.policy.compliant, true);
    this.#add(ring, '-former', gasUsed);
  }

  #add({ scheme, name, community }, suffix, gas, batch = 1) {
    this.#figures.add(`${scheme}${suffix}`, name, gas, { ringSize: community.ring.length, batch });
  }

  #report(ring, state, compliant) {
    return this.#submit(ring, 'report', Object.values(this.#sign(ring, state)), { count: 1, compliant });
  }

  #sign({ contract, community, tags: tags_ }, state) {
    const { gateway, slot } = tags_.next().value;
    return signReport({
      chainId: this.#authority.chainId, policy: contract.address, communityId: community.communityId, kind: DAILY, slot, state,
      page: PAGE, ring: community.ring, relay: this.#authority.relay.address, secret: gateway.ringSecret,
    });
  }

  /** A batch goes on after a report that it refuses, and a report after a refund that is not due: the events tell. */
  async #submit({ scheme, contract }, functionName, args, { count, compliant }) {
    const receipt = await this.#authority.send(contract, functionName, args, { account: this.#authority.relay });
    const accepted = this.#authority.events(contract, receipt, 'ReportAccepted');
    if (accepted.length !== count || accepted.some((event) => event.args.compliant !== compliant)) {
      throw new Error(`${contract.contractName}.${functionName}: not ${count} accepted as ${compliant ? 'compliant' : 'violation'}`);
    }
    if (scheme === REFUNDED) this.#refundShares.push(this.#refundShare(receipt));
    return receipt;
  }

  #refundShare(receipt) {
    const refunds = this.#authority.events(this.#authority.fund, receipt, 'RelayRefunded');
    if (refunds.length !== 1) throw new Error(`${refunds.length} refunds in ${receipt.transactionHash}`);
    return Number(refunds[0].args.amount) / Number(receipt.gasUsed * receipt.effectiveGasPrice);
  }
}

function* tags({ gateways }, firstDay) {
  for (let slot = firstDay; slot < firstDay + DAYS; slot++) {
    for (const gateway of gateways) yield { gateway, slot };
  }
}

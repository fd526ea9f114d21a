// The paper's way beside it: an RSA-2048 ring signature put in a log, verified by nobody on the chain.
import { POLICIES, RING_SIZES } from './cases.mjs';
import { pseudorandom } from './pseudorandom.mjs';

const MODULUS_BYTES = 256;
const INDEX_BYTES = 2;
const UNLIMITED = 0xffff;

/** Deposit and execution, as the paper gives them. */
const PAPER_TOTALS = { general: 71_711, moderate: 110_935, strong: 51_505 };

export async function measurePaperReports(authority, figures, communityId) {
  const log = await authority.deploy('PaperLog', [...POLICIES.general.thresholds, UNLIMITED, UNLIMITED]);
  for (const [scheme, keyBytes] of [['rsa-log-indices', INDEX_BYTES], ['rsa-log-keys', MODULUS_BYTES]]) {
    for (const ringSize of RING_SIZES) {
      const ring = pseudorandom(`${scheme}/ring`, keyBytes * ringSize);
      // The glue value, and one value a member.
      const signature = pseudorandom(`${scheme}/signature`, MODULUS_BYTES * (ringSize + 1));
      const args = [communityId, POLICIES.general.compliant, ring, signature];
      const { gasUsed } = await authority.send(log, 'report', args, { account: authority.relay });
      figures.add(scheme, 'log', gasUsed, { ringSize, batch: 1 });
    }
  }
}

export function addPaperTotals(figures) {
  for (const [policy, gas] of Object.entries(PAPER_TOTALS)) figures.add('paper', policy, gas);
}

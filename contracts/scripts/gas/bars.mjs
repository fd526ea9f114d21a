// What the contracts must keep to. Every bar is held against the dearest of the figures that it speaks of.
import { BATCH, POLICIES, RING_SIZES } from './cases.mjs';

const POLICY_NAMES = Object.keys(POLICIES);
const N = 16;

/** [{ text, measured, limit, reached }] */
export function bars(figures) {
  return [
    atMost('a compliant report at n = 16, any policy', 180_000, reports(figures, N, 1)),
    atMost('a further member, between any two sizes', 7_300, members(figures)),
    atMost('each of a batch of 8 at n = 16, any policy', 165_000, reports(figures, N, BATCH)),
    atMost('the refund of a report at n = 16', 20_000, refunds(figures, 1)),
    atMost('the refund of each of a batch of 8 at n = 16', 20_000, refunds(figures, BATCH)),
    ...cheaper(figures, 'rsa-log-indices', 16),
    ...cheaper(figures, 'rsa-log-keys', 8),
    atMost('an admission (admit alone), page of 16, each', 100_000, figures.of('admission').map((row) => row.perMember)),
  ];
}

function atMost(text, limit, measured) {
  const worst = Math.max(...measured);
  // A comparison with nothing, or with no number, is never a bar that is reached.
  return { text, measured: worst, limit, reached: measured.length > 0 && worst <= limit };
}

function reports(figures, ringSize, batch) {
  return POLICY_NAMES.map((policy) => figures.find('lsag', policy, ringSize, batch).gas);
}

/** Growth from one size to the next; between sizes further apart it is a mean of these. */
function members(figures) {
  return figures.of('lsag').filter((row) => row.ringSize !== RING_SIZES[0]).map((row) => row.perMember);
}

function refunds(figures, batch) {
  return POLICY_NAMES.map((policy) => figures.find('lsag+refund', policy, N, batch).gas - figures.find('lsag', policy, N, batch).gas);
}

function cheaper(figures, scheme, from) {
  return RING_SIZES.filter((ringSize) => ringSize >= from).map((ringSize) => {
    const theirs = figures.find(scheme, 'log', ringSize, 1).gas;
    return atMost(`a report at n = ${ringSize} against ${scheme}`, theirs - 1, reports(figures, ringSize, 1));
  });
}

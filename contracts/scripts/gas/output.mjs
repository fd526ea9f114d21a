// The figures and bars as a person reads them.
import { RING_SIZES } from './reports.mjs';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const WIDTH = 11;

export function printFigures(figures) {
  const rows = figures.rows;
  printSeries(rows.filter((row) => RING_SIZES.includes(row.ringSize) && row.batch !== undefined));
  printList('gas a transaction', rows.filter((row) => row.ringSize === undefined));
  printList('gas a transaction, and a member', rows.filter((row) => row.ringSize !== undefined && row.batch === undefined));
}

export function printBars(bars) {
  console.log('\nbars');
  for (const { text, measured, limit, reached } of bars) {
    console.log(`${reached ? 'reached' : 'MISSED '}  ${text.padEnd(48)} ${number(measured)} of at most ${number(limit)}`);
  }
}

/** One line a series; the last column is a member's share between the smallest and the largest ring. */
function printSeries(rows) {
  const heads = ['scheme', 'policy', 'batch'].map((head, i) => head.padEnd([22, 10, 6][i])).join('');
  console.log(`\n${heads}${RING_SIZES.map((n) => `n=${n}`.padStart(WIDTH)).join('')}${'a member'.padStart(WIDTH)}`);
  const nameOf = ({ scheme, policy, batch }) => [scheme, policy, String(batch)].map((text, i) => text.padEnd([22, 10, 6][i])).join('');
  for (const name of new Set(rows.map(nameOf))) {
    const points = rows.filter((row) => nameOf(row) === name);
    const [first, last] = [points[0], points.at(-1)];
    const member = (last.gas - first.gas) / (last.ringSize - first.ringSize);
    console.log(`${name}${[...points.map((point) => point.gas), member].map(number).join('')}`);
  }
}

function printList(title, rows) {
  console.log(`\n${title}`);
  for (const row of rows) {
    const member = row.perMember === undefined ? '' : number(row.perMember);
    console.log(`${row.scheme.padEnd(22)}${row.policy.padEnd(20)}${number(row.gas)}${member}`);
  }
}

const number = (value) => NUMBER.format(Math.ceil(value)).padStart(WIDTH);

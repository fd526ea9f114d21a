// The figures and bars as a person reads them.
import { RING_SIZES } from './cases.mjs';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const FIGURE_WIDTH = 11;
const NAME_WIDTHS = [23, 10, 6];

const figure = (value) => NUMBER.format(Math.ceil(value)).padStart(FIGURE_WIDTH);
const names = (...texts) => texts.map((text, i) => String(text).padEnd(NAME_WIDTHS[i])).join('');

export function printFigures({ rows }, notes) {
  console.log(`\n${names('scheme', 'policy', 'batch')}${[...RING_SIZES.map((n) => `n=${n}`), 'a member'].map(head).join('')}`);
  printSeries(rows.filter((row) => row.ringSize !== undefined && row.batch !== undefined));
  for (const note of notes) console.log(note);
  console.log('\nother transactions, and a member\'s share');
  rows.filter((row) => row.ringSize === undefined || row.batch === undefined).forEach(printTransaction);
}

export function printBars(bars) {
  console.log('\nbars');
  for (const { text, measured, limit, reached } of bars) {
    console.log(`${reached ? 'reached' : 'MISSED '}  ${text.padEnd(46)}${figure(measured)} of at most ${figure(limit)}`);
  }
}

/** One line a series; the last column is what a member adds between the smallest and the largest ring. */
function printSeries(rows) {
  const nameOf = ({ scheme, policy, batch }) => names(scheme, policy, batch);
  for (const name of new Set(rows.map(nameOf))) {
    const points = rows.filter((row) => nameOf(row) === name);
    const [smallest, largest] = [points[0], points.at(-1)];
    const member = (largest.gas - smallest.gas) / (largest.ringSize - smallest.ringSize);
    console.log(`${name}${[...points.map((point) => point.gas), member].map(figure).join('')}`);
  }
}

function printTransaction({ scheme, policy, gas, perMember }) {
  console.log(`${scheme.padEnd(NAME_WIDTHS[0])}${policy.padEnd(20)}${figure(gas)}${perMember === undefined ? '' : figure(perMember)}`);
}

function head(text) {
  return text.padStart(FIGURE_WIDTH);
}

#!/usr/bin/env node
// Measures gas on a private chain, every figure from a receipt, and writes artifacts/gas.csv. Exits with 1 where a bar is missed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startAnvil } from './anvil.mjs';
import { Authority } from './chain.mjs';
import { compile } from './compile.mjs';
import { bars } from './gas/bars.mjs';
import { RING_SIZES } from './gas/cases.mjs';
import { measureEmergency } from './gas/emergencies.mjs';
import { Figures } from './gas/figures.mjs';
import { printBars, printFigures } from './gas/output.mjs';
import { addPaperTotals, measurePaperReports } from './gas/paper-reports.mjs';
import { measureAdmission, measureDeployment } from './gas/registry-work.mjs';
import { ReportMeter } from './gas/reports.mjs';

const OUTPUT = resolve(dirname(fileURLToPath(import.meta.url)), '../../artifacts/gas.csv');
/** Keys, blocks and their times follow from this file alone, so that two runs write the same figures. */
const GENESIS = 1_800_000_000;

const progress = (text) => console.error(`gas: ${text}`);

async function measure(anvil, artifacts) {
  const figures = new Figures();
  const authority = await new Authority(anvil, artifacts).open();
  progress('deployment, admission');
  await measureDeployment(authority, figures);
  const { communityId } = await measureAdmission(authority, figures);
  progress('communities');
  const communities = [];
  for (const size of RING_SIZES) communities.push(await authority.createCommunity(`a ring of ${size}`, size));
  const reports = new ReportMeter(authority, figures, communities);
  await reports.measure(progress);
  progress('the paper\'s way, emergency');
  await measurePaperReports(authority, figures, communityId);
  addPaperTotals(figures);
  await measureEmergency(authority, figures, communities[0]);
  return { figures, notes: reports.notes };
}

async function main() {
  progress('compiling');
  const artifacts = compile('src', 'bench');
  const anvil = await startAnvil({ timestamp: GENESIS });
  let measured;
  try {
    measured = await measure(anvil, artifacts);
  } finally {
    await anvil.stop();
  }
  const { figures, notes } = measured;
  mkdirSync(dirname(OUTPUT), { recursive: true });
  writeFileSync(OUTPUT, figures.toCsv());
  printFigures(figures, notes);
  const held = bars(figures);
  printBars(held);
  console.log(`\n${OUTPUT}`);
  return held.every((bar) => bar.reached) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`gas: ${error.message}`);
  process.exitCode = 2;
}

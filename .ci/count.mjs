// Adds up the results of all suites: xunit's from .trx files, Foundry's from forge.json. A suite that broke before it could report
// counts as one failure.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, forgeExit, dotnetExit] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const suites = [];
const failures = [];

const walk = (path) => readdirSync(path).flatMap((name) => {
  const child = join(path, name);
  return statSync(child).isDirectory() ? walk(child) : [child];
});

for (const file of walk(folder).filter((name) => name.endsWith('.trx'))) {
  const text = readFileSync(file, 'utf8');
  const counters = /<Counters ([^>]*)\/>/.exec(text)?.[1] ?? '';
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  const assembly = /codeBase="([^"]*)"/.exec(text)?.[1]?.split('/').pop()?.replace(/\.dll$/, '') ?? file;
  suites.push({ name: assembly, passed: count('passed'), failed: count('failed') + count('error') + count('timeout') + count('aborted'), skipped: count('total') - count('executed') });
  for (const match of text.matchAll(/<UnitTestResult [^>]*testName="([^"]*)"[^>]*outcome="Failed"/g)) failures.push(match[1]);
}

const forge = { name: 'contracts', passed: 0, failed: 0, skipped: 0 };
try {
  for (const [suite, result] of Object.entries(JSON.parse(readFileSync(join(folder, 'forge.json'), 'utf8')))) {
    for (const [test, { status }] of Object.entries(result.test_results)) {
      if (status === 'Success') forge.passed += 1;
      else if (status === 'Skipped') forge.skipped += 1;
      else { forge.failed += 1; failures.push(`${suite} ${test}`); }
    }
  }
} catch (error) {
  forge.failed += 1;
  failures.push(`contracts: no results (${error.message}); see ${join(folder, 'forge.log')}`);
}
if (forgeExit !== 0 && forge.failed === 0) { forge.failed += 1; failures.push(`contracts: forge exited with ${forgeExit}`); }
suites.push(forge);

const sum = (key) => suites.reduce((total, suite) => total + suite[key], 0);
if (dotnetExit !== 0 && suites.every((suite) => suite === forge || suite.failed === 0)) {
  suites.push({ name: 'dotnet test', passed: 0, failed: 1, skipped: 0 });
  failures.push(`dotnet test exited with ${dotnetExit}`);
}
for (const { name, passed, failed, skipped } of suites.sort((a, b) => a.name.localeCompare(b.name))) {
  console.log(`${name.padEnd(36)} ${String(passed).padStart(5)} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
}
for (const name of failures) console.log(`failed: ${name}`);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);

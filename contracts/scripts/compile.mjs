#!/usr/bin/env node
// Compiles src/ with the npm compiler and writes one JSON file for each contract that can be deployed:
// { contractName, abi, bytecode, deployedBytecode, immutables }. Also used by the other scripts, for bench/.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import solc from 'solc';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// The same as foundry.toml.
const settings = {
  evmVersion: 'osaka',
  viaIR: true,
  optimizer: { enabled: true, runs: 1_000 },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  remappings: ['@openzeppelin/contracts/=node_modules/@openzeppelin/contracts/'],
  outputSelection: {
    '*': {
      '*': ['abi', 'evm.bytecode.object', 'evm.deployedBytecode.object', 'evm.deployedBytecode.immutableReferences'],
      '': ['ast'],
    },
  },
};

/** Compiles the folders (relative to contracts/) and returns the deployable contracts declared in them. */
export function compile(...folders) {
  const names = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.sol'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const sources = Object.fromEntries(names.map((name) => [name, { content: readFileSync(join(root, name), 'utf8') }]));
  const input = { language: 'Solidity', sources, settings };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const errors = (output.errors ?? []).filter((error) => error.severity !== 'info');
  if (errors.length > 0) throw new CompilationError(errors.map((error) => error.formattedMessage).join('\n'));
  const immutableNames = namesOfImmutables(Object.values(output.sources).map((source) => source.ast));
  return names.flatMap((name) => Object.entries(output.contracts[name] ?? {}))
    .filter(([, contract]) => contract.evm.bytecode.object !== '')
    .filter(([, contract]) => contract.abi.some((entry) => entry.type === 'function'))
    .map(([contractName, { abi, evm }]) => ({
      contractName,
      abi,
      bytecode: `0x${evm.bytecode.object}`,
      deployedBytecode: `0x${evm.deployedBytecode.object}`,
      immutables: placesOfImmutables(evm.deployedBytecode.immutableReferences, immutableNames),
    }));
}

/** Byte offsets in deployedBytecode of the words that a deployment fills in, by the immutable's name. */
function placesOfImmutables(references, names) {
  const places = {};
  for (const [id, words] of Object.entries(references)) {
    const name = names.get(Number(id));
    if (name === undefined || name in places || words.some((word) => word.length !== 32)) {
      throw new CompilationError(`the immutable with AST id ${id} has no name of its own, or is not a word`);
    }
    places[name] = words.map((word) => word.start).sort((a, b) => a - b);
  }
  return places;
}

function namesOfImmutables(node, names = new Map()) {
  if (node === null || typeof node !== 'object') return names;
  if (node.nodeType === 'VariableDeclaration' && node.mutability === 'immutable') names.set(node.id, node.name);
  for (const child of Object.values(node)) namesOfImmutables(child, names);
  return names;
}

export class CompilationError extends Error {}

function readImport(path) {
  try {
    return { contents: readFileSync(join(root, path), 'utf8') };
  } catch {
    return { error: `cannot read ${path}; run "npm ci" in contracts/` };
  }
}

function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', default: '../artifacts/contracts' } } });
  const folder = resolve(process.cwd(), values.out);
  const contracts = compile('src');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const contract of contracts) {
    writeFileSync(join(folder, `${contract.contractName}.json`), `${JSON.stringify(contract, null, 2)}\n`);
    const size = (contract.deployedBytecode.length - 2) / 2;
    console.log(`${contract.contractName}: ${size} bytes, ${contract.abi.length} ABI entries`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof CompilationError ? error.message : `compile: ${error.message}`);
    process.exit(1);
  }
}

// viem's opinion of the compiled contracts. One JSON request a line on standard input, one JSON answer a line on standard output:
// first {contracts, abis}: the folder in which viem is installed, and each contract's ABI; then {ask, contract, ...}.
// Numbers travel as decimal text, bytes and addresses as lower-case hexadecimal text, structs as objects, unnamed values by their position.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { contracts, abis } = JSON.parse((await lines.next()).value);
const require = createRequire(join(contracts, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const viem = await load('viem');
const { formatAbi } = await load('abitype');

const itemsOf = (abi, type) => abi.filter((item) => item.type === type);
const itemOf = (contract, type, name) => {
  const item = itemsOf(abis[contract], type).find((candidate) => candidate.name === name);
  if (item === undefined) throw new Error(`${contract} has no ${type} ${name}`);
  return item;
};
const nameOf = (parameter, position) => parameter.name || String(position);

/** A value of viem's as it travels. */
function toText(parameter, value) {
  if (parameter.type.endsWith(']')) {
    const element = { ...parameter, type: parameter.type.slice(0, parameter.type.lastIndexOf('[')) };
    return value.map((one) => toText(element, one));
  }
  if (parameter.type === 'tuple') {
    return Object.fromEntries(parameter.components.map((component, i) => [nameOf(component, i), toText(component, value[component.name])]));
  }
  return String(value).toLowerCase();
}

const toTexts = (parameters, values) =>
  Object.fromEntries(parameters.map((parameter, i) => [nameOf(parameter, i), toText(parameter, values[i])]));

/** The other way round, for what has no structs: the arguments of events and errors. */
function fromText(parameter, text) {
  if (parameter.type.endsWith('[]')) return text.map((one) => fromText({ type: parameter.type.slice(0, -2) }, one));
  if (/^u?int/.test(parameter.type)) return BigInt(text);
  return parameter.type === 'bool' ? text === 'true' : text;
}

/** What no ABI of these contracts may have. */
function problemsOf(contract) {
  const abi = abis[contract];
  const problems = [];
  const plain = (item) => JSON.stringify([item.type, item.name, ...[item.inputs, item.outputs].map((list) => (list ?? []).map(plainParameter))]);
  const plainParameter = (p) => [p.type, p.name ?? '', p.indexed ?? false, (p.components ?? []).map(plainParameter)];
  const parsed = viem.parseAbi(formatAbi(abi));
  for (const [i, item] of abi.entries()) {
    if (plain(parsed[i]) !== plain(item)) problems.push(`${item.type} ${item.name}: reads back as ${plain(parsed[i])}`);
  }
  for (const type of ['function', 'event', 'error']) {
    const names = itemsOf(abi, type).map((item) => item.name);
    for (const name of names.filter((one, i) => names.indexOf(one) !== i)) problems.push(`${type} ${name}: more than one of that name`);
  }
  for (const item of [...itemsOf(abi, 'event'), ...itemsOf(abi, 'error'), ...itemsOf(abi, 'function')]) {
    for (const [i, input] of item.inputs.entries()) {
      if (!input.name) problems.push(`${item.type} ${item.name}: parameter ${i} has no name`);
    }
  }
  return problems;
}

const entriesOf = (contract) => [
  ...itemsOf(abis[contract], 'function').map((item) => `${viem.toFunctionSignature(item)} ${viem.toFunctionSelector(item)}`),
  ...itemsOf(abis[contract], 'event').map((item) => `${viem.toEventSignature(item)} ${viem.toEventSelector(item)}`),
];

function call({ contract, data }) {
  const { functionName, args } = viem.decodeFunctionData({ abi: abis[contract], data });
  const item = itemOf(contract, 'function', functionName);
  const encoded = viem.encodeFunctionData({ abi: [item], functionName, args });
  return { name: functionName, args: toTexts(item.inputs, args ?? []), encoded };
}

function result({ contract, data, returned }) {
  const { name, args } = call({ contract, data });
  const item = itemOf(contract, 'function', name);
  const value = viem.decodeFunctionResult({ abi: [item], functionName: name, data: returned });
  return { name, args, returned: toTexts(item.outputs, item.outputs.length === 1 ? [value] : value) };
}

function log({ contract, name, args }) {
  const item = itemOf(contract, 'event', name);
  const values = Object.fromEntries(item.inputs.map((input) => [input.name, fromText(input, args[input.name])]));
  const plain = item.inputs.filter((input) => !input.indexed);
  return {
    topics: viem.encodeEventTopics({ abi: [item], eventName: name, args: values }),
    data: viem.encodeAbiParameters(plain, plain.map((input) => values[input.name])),
  };
}

function event({ contract, topics, data }) {
  const { eventName, args } = viem.decodeEventLog({ abi: abis[contract], topics, data, strict: true });
  const { inputs } = itemOf(contract, 'event', eventName);
  return { name: eventName, args: toTexts(inputs, inputs.map((input) => args[input.name])) };
}

function error({ contract, name, args }) {
  const item = itemOf(contract, 'error', name);
  return viem.encodeErrorResult({ abi: [item], errorName: name, args: item.inputs.map((input) => fromText(input, args[input.name])) });
}

const asks = {
  problems: ({ contract }) => problemsOf(contract), entries: ({ contract }) => entriesOf(contract), call, result, log, event, error,
};
for await (const line of { [Symbol.asyncIterator]: () => lines }) {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { answer: asks[request.ask](request) };
  } catch (failure) {
    answer = { failure: failure.message.split('\n')[0] };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

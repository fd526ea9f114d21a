// A private chain for one run: anvil of the npm package on a free loopback port. It ends with `stop`, and also when this
// process dies in any way: a shell beside it waits for the end of its standard input, which the operating system closes then.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { createPublicClient, createTestClient, createWalletClient, http } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';

const MNEMONIC = 'test test test test test test test test test test test junk';
const START_TIMEOUT_MS = 30_000;
const LISTENING = 'Listening on 127.0.0.1:';
const GUARD = `
  exec 3<&0 2>&1
  sh -c 'exec "$@"' child "$@" </dev/null 3<&- &
  child=$!
  ( read -r line <&3; kill "$child" ) >/dev/null 2>&1 &
  watcher=$!
  wait "$child"
  kill "$watcher" 2>/dev/null
`;

/**
 * Starts a chain and returns its clients, funded accounts, and `stop`. Where `timestamp` is given, time is the blocks' own: the
 * genesis has that Unix time and each block is a second later than the one before, so that two runs make the same blocks.
 */
export async function startAnvil({ accounts = 10, timestamp } = {}) {
  const options = ['--port', '0', '--hardfork', 'osaka', '--enable-tx-gas-limit', '--accounts', String(accounts), '--mnemonic', MNEMONIC];
  if (timestamp !== undefined) options.push('--timestamp', String(timestamp));
  const process_ = spawn('/bin/sh', ['-c', GUARD, 'guard', anvilBinary(), ...options], { stdio: ['pipe', 'pipe', 'inherit'] });
  const stop = () => stopProcess(process_);
  try {
    const clients = connect(await listeningPort(process_));
    if (timestamp !== undefined) await clients.testClient.setBlockTimestampInterval({ interval: 1 });
    return { ...clients, accounts: fundedAccounts(accounts), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function anvilBinary() {
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64';
  const name = `@foundry-rs/anvil-${process.platform}-${architecture}/bin/anvil`;
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(`anvil is not installed (${name}): run "make setup"`, { cause: error });
  }
}

function connect(port) {
  const options = { chain: foundry, transport: http(`http://127.0.0.1:${port}`), pollingInterval: 20, cacheTime: 0 };
  return {
    publicClient: createPublicClient(options),
    testClient: createTestClient({ ...options, mode: 'anvil' }),
    walletClient: createWalletClient(options),
  };
}

function fundedAccounts(count) {
  return Array.from({ length: count }, (_, addressIndex) => mnemonicToAccount(MNEMONIC, { addressIndex }));
}

/** The port that anvil says it listens on. Its further output is read too, since a full pipe would stop it. */
function listeningPort(process_) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('anvil did not listen within 30 s')), START_TIMEOUT_MS);
    const printed = [];
    const finish = (settle, value) => {
      clearTimeout(timer);
      settle(value);
    };
    process_.once('error', (error) => finish(reject, error));
    process_.once('exit', () => finish(reject, new Error(`anvil ended before it listened:\n${printed.join('\n')}`)));
    createInterface({ input: process_.stdout }).on('line', (line) => {
      if (line.startsWith(LISTENING)) finish(resolve, Number(line.slice(LISTENING.length)));
      else if (printed.length < 100) printed.push(line);
    });
  });
}

function stopProcess(process_) {
  if (process_.exitCode !== null || process_.signalCode !== null) return Promise.resolve();
  return new Promise((ended) => {
    process_.once('exit', ended);
    process_.stdin.end();
  });
}

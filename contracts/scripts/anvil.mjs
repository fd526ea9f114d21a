// A private chain for one run: anvil of the npm package on a free loopback port, stopped by its process id.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createPublicClient, createTestClient, createWalletClient, http } from 'viem';
import { mnemonicToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const MNEMONIC = 'test test test test test test test test test test test junk';
const START_TIMEOUT_MS = 30_000;

/** Starts a chain and returns its clients, funded accounts, and `stop`. */
export async function startAnvil({ accounts = 10 } = {}) {
  const port = await freePort();
  const process_ = spawn(join(root, 'node_modules/.bin/anvil'), [
    '--port', String(port), '--hardfork', 'osaka', '--accounts', String(accounts), '--mnemonic', MNEMONIC, '--silent',
  ], { stdio: 'ignore' });
  const transport = http(`http://127.0.0.1:${port}`);
  const options = { chain: foundry, transport, pollingInterval: 20, cacheTime: 0 };
  const publicClient = createPublicClient(options);
  const stop = () => stopProcess(process_);
  try {
    await untilAnswering(publicClient, process_);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    publicClient,
    testClient: createTestClient({ ...options, mode: 'anvil' }),
    walletClient: createWalletClient(options),
    accounts: Array.from({ length: accounts }, (_, addressIndex) => mnemonicToAccount(MNEMONIC, { addressIndex })),
    stop,
  };
}

function freePort() {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolvePort(port));
    });
  });
}

async function untilAnswering(client, process_) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (process_.exitCode !== null) throw new Error(`anvil ended with exit code ${process_.exitCode}`);
    try {
      await client.getChainId();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw new Error('anvil did not answer within 30 s', { cause: error });
      await new Promise((wake) => setTimeout(wake, 50));
    }
  }
}

function stopProcess(process_) {
  if (process_.exitCode !== null || process_.signalCode !== null) return Promise.resolve();
  return new Promise((ended) => {
    process_.once('exit', ended);
    process_.kill();
  });
}

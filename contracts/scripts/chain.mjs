// Deploys the contracts and drives them on a private chain, for measurements and checks.
import { setTimeout } from 'node:timers/promises';
import { concat, keccak256, numberToHex, parseEventLogs, toHex, TransactionReceiptNotFoundError } from 'viem';
import { admissionOf, gatewayOf } from './ring-signer.mjs';

export const DAY = 86_400n;
export const PRIORITY_FEE = 1_000_000_000n;
/** Below the most that a transaction may have (EIP-7825: 16,777,216). */
const TRANSACTION_GAS = 16_000_000n;
const MAX_RING = 64;
const MINIMUM_RING = 8;
const HOUSE_NUMBER_DAYS = 400n;
const RECEIPT_TIMEOUT_MS = 60_000;
const RECEIPT_POLL_MS = 5;

/** One authority on one chain: `send` and `read` by contract, time, members and their pages. */
export class Authority {
  constructor(anvil, artifacts) {
    this.anvil = anvil;
    this.artifacts = new Map(artifacts.map((artifact) => [artifact.contractName, artifact]));
    [this.officer, this.relay, this.worker] = anvil.accounts;
  }

  async open() {
    this.chainId = BigInt(await this.anvil.publicClient.getChainId());
    this.registry = await this.deploy('CommunityRegistry', [this.officer.address, 0]);
    this.fund = await this.deploy('RelayFund', [this.registry.address]);
    this.board = await this.deploy('EmergencyBoard', [this.registry.address]);
    return this;
  }

  async deploy(contractName, args) {
    const { abi, bytecode } = this.artifacts.get(contractName);
    const hash = await this.anvil.walletClient.deployContract({ account: this.officer, abi, bytecode, args, ...this.#gas() });
    const receipt = await this.#succeed(hash, `deploy ${contractName}`);
    return { contractName, abi, address: receipt.contractAddress, deploymentGas: receipt.gasUsed };
  }

  /** Sends a transaction, requires its success, and returns its receipt. */
  async send(contract, functionName, args, { account = this.officer, value } = {}) {
    const hash = await this.anvil.walletClient.writeContract({
      account, address: contract.address, abi: contract.abi, functionName, args, value, ...this.#gas(),
    });
    return this.#succeed(hash, functionName);
  }

  read(contract, functionName, args = []) {
    return this.anvil.publicClient.readContract({ address: contract.address, abi: contract.abi, functionName, args });
  }

  /** The events of one name that a contract emitted in a transaction. */
  events(contract, receipt, eventName) {
    return parseEventLogs({ abi: contract.abi, logs: receipt.logs, eventName });
  }

  async now() {
    return (await this.anvil.publicClient.getBlock()).timestamp;
  }

  async moveTo(time) {
    await this.anvil.testClient.setNextBlockTimestamp({ timestamp: time });
    await this.anvil.testClient.mine({ blocks: 1 });
  }

  /** Creates a community whose only page holds `size` members, in force from the next slot. Returns the receipts' gas too. */
  async createCommunity(name, size) {
    // An id without the zero bytes that a short name ends with, and that are cheaper to send.
    const communityId = keccak256(toHex(name));
    // The largest page that, as a remainder too small for a page of its own, takes in all the others.
    const pageSize = Math.min(size, MAX_RING + 1 - MINIMUM_RING);
    await this.send(this.registry, 'createCommunity', [communityId, 0, pageSize, Math.min(MINIMUM_RING, pageSize)]);
    const gateways = Array.from({ length: size }, (_, i) => gatewayOf(`${name}/${i}`));
    const admissions = await Promise.all(gateways.map((gateway) => this.admission(gateway, communityId)));
    const admitted = await this.send(this.registry, 'admit', [admissions]);
    const closed = await this.send(this.registry, 'closeQueue', [communityId, []]);
    const ring = gateways.map((gateway) => gateway.ringX).sort((a, b) => (a < b ? -1 : 1));
    const cut = await this.send(this.registry, 'cutPages', [communityId, await this.orderPool(communityId, ring)]);
    return { name, communityId, gateways, ring, gas: { admitted: admitted.gasUsed, closed: closed.gasUsed, cut: cut.gasUsed } };
  }

  async admission(gateway, communityId) {
    const issuedAt = await this.now();
    const expiresAt = (issuedAt / DAY + HOUSE_NUMBER_DAYS) * DAY;
    return admissionOf({
      gateway, officer: this.officer, chainId: this.chainId, registry: this.registry.address, communityId, issuedAt, expiresAt,
    });
  }

  /** The closed round's keys in the order of its seed, the hash of a block that this waits for. */
  async orderPool(communityId, ringKeys) {
    const { seedBlock } = await this.read(this.registry, 'queueOf', [communityId]);
    await this.anvil.testClient.mine({ blocks: 2 });
    const { hash: seed } = await this.anvil.publicClient.getBlock({ blockNumber: seedBlock });
    const position = (key) => keccak256(concat([seed, key]));
    return ringKeys.map((key) => numberToHex(key, { size: 32 })).sort((a, b) => (position(a) < position(b) ? -1 : 1));
  }

  #gas() {
    return { gas: TRANSACTION_GAS, maxPriorityFeePerGas: PRIORITY_FEE };
  }

  async #succeed(hash, what) {
    const receipt = await this.#receiptOf(hash, Date.now() + RECEIPT_TIMEOUT_MS);
    if (receipt.status !== 'success') throw new Error(`${what} reverted in ${hash}`);
    return receipt;
  }

  /** Asked for until it is there: viem's own wait looks once a block, and here no block may follow the one that it overlooked. */
  async #receiptOf(hash, deadline) {
    for (;;) {
      try {
        return await this.anvil.publicClient.getTransactionReceipt({ hash });
      } catch (error) {
        if (!(error instanceof TransactionReceiptNotFoundError) || Date.now() > deadline) throw error;
        await setTimeout(RECEIPT_POLL_MS);
      }
    }
  }
}

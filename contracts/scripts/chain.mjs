// Deploys the contracts and drives them on a private chain, for measurements and checks.
import { numberToHex, stringToHex } from 'viem';
import { admissionOf, gatewayOf } from './ring-signer.mjs';

export const DAY = 86_400n;
export const PRIORITY_FEE = 1_000_000_000n;

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
    const hash = await this.anvil.walletClient.deployContract({ account: this.officer, abi, bytecode, args, ...this.#fees() });
    const receipt = await this.#succeed(hash, `deploy ${contractName}`);
    return { contractName, abi, address: receipt.contractAddress, deploymentGas: receipt.gasUsed };
  }

  /** Sends a transaction, requires its success, and returns its receipt. */
  async send(contract, functionName, args, { account = this.officer, value } = {}) {
    const hash = await this.anvil.walletClient.writeContract({
      account, address: contract.address, abi: contract.abi, functionName, args, value, ...this.#fees(),
    });
    return this.#succeed(hash, functionName);
  }

  read(contract, functionName, args = []) {
    return this.anvil.publicClient.readContract({ address: contract.address, abi: contract.abi, functionName, args });
  }

  async now() {
    return (await this.anvil.publicClient.getBlock()).timestamp;
  }

  async moveTo(time) {
    await this.anvil.testClient.setNextBlockTimestamp({ timestamp: time });
    await this.anvil.testClient.mine({ blocks: 1 });
  }

  /** Creates a community whose only page holds `size` members, in force from the next slot. */
  async createCommunity(name, size) {
    const communityId = stringToHex(name, { size: 32 });
    const pageSize = Math.min(size, 57);
    await this.send(this.registry, 'createCommunity', [communityId, 0, pageSize, Math.min(8, pageSize)]);
    const gateways = Array.from({ length: size }, (_, i) => gatewayOf(`${name}/${i}`));
    const admissions = await Promise.all(gateways.map((gateway) => this.admission(gateway, communityId)));
    const admitted = await this.send(this.registry, 'admit', [admissions]);
    const closed = await this.send(this.registry, 'closeQueue', [communityId, []]);
    await this.anvil.testClient.mine({ blocks: 3 });
    const ringKeys = await this.orderPool(communityId, gateways.map((gateway) => gateway.ringX));
    const cut = await this.send(this.registry, 'cutPages', [communityId, ringKeys]);
    const ring = gateways.map((gateway) => gateway.ringX).sort((a, b) => (a < b ? -1 : 1));
    return { name, communityId, gateways, ring, gas: { admitted: admitted.gasUsed, closed: closed.gasUsed, cut: cut.gasUsed } };
  }

  async admission(gateway, communityId) {
    const issuedAt = await this.now();
    const expiresAt = (issuedAt / DAY + 400n) * DAY;
    return admissionOf({
      gateway, officer: this.officer, chainId: this.chainId, registry: this.registry.address, communityId, issuedAt, expiresAt,
    });
  }

  async orderPool(communityId, ringKeys) {
    await this.send(this.registry, 'fixSeed', [communityId]);
    const { seed } = await this.read(this.registry, 'queueOf', [communityId]);
    const { concat, keccak256 } = await import('viem');
    const order = (key) => keccak256(concat([seed, key]));
    return ringKeys.map((key) => numberToHex(key, { size: 32 })).sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  #fees() {
    return { maxPriorityFeePerGas: PRIORITY_FEE };
  }

  async #succeed(hash, what) {
    const receipt = await this.anvil.publicClient.waitForTransactionReceipt({ hash });
    if (receipt.status !== 'success') throw new Error(`${what} reverted in ${hash}`);
    return receipt;
  }
}

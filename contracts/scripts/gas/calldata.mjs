import { hexToBytes } from 'viem';

const GAS_OF_BYTE = 16;
const GAS_OF_ZERO_BYTE = 4;

/** Gas of a transaction without its calldata (EIP-2028), which varies with the zero bytes that a signature happens to have. */
export async function executionGas(publicClient, { transactionHash, gasUsed }) {
  const { input } = await publicClient.getTransaction({ hash: transactionHash });
  const calldata = hexToBytes(input).reduce((gas, byte) => gas + (byte === 0 ? GAS_OF_ZERO_BYTE : GAS_OF_BYTE), 0);
  return Number(gasUsed) - calldata;
}

// An emergency of 1 KiB, from its hash on the board until a worker resolves it.
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak256, numberToHex, parseEther } from 'viem';
import { secretOf } from '../ring-signer.mjs';
import { pseudorandom } from './pseudorandom.mjs';

const CIPHERTEXT_BYTES = 1024;

/** @param community whose first gateway relays */
export async function measureEmergency(authority, figures, { communityId, gateways: [{ account: gateway }] }) {
  await employWorker(authority, communityId);
  await authority.anvil.testClient.setBalance({ address: gateway.address, value: parseEther('1') });
  const ciphertext = pseudorandom('emergency', CIPHERTEXT_BYTES);
  const hash = keccak256(ciphertext);
  const steps = [
    ['post', [communityId, hash], gateway],
    ['publish', [communityId, ciphertext], gateway],
    ['acknowledge', [communityId, hash], authority.worker],
    ['resolve', [communityId, hash], authority.worker],
  ];
  for (const [functionName, args, account] of steps) {
    const { gasUsed } = await authority.send(authority.board, functionName, args, { account });
    figures.add('emergency', functionName, gasUsed);
  }
}

async function employWorker(authority, communityId) {
  const { x, y } = secp256k1.Point.BASE.multiply(secretOf('worker')).toAffine();
  const [keyX, keyY] = [x, y].map((coordinate) => numberToHex(coordinate, { size: 32 }));
  await authority.send(authority.registry, 'registerWorker', [communityId, authority.worker.address, keyX, keyY]);
}

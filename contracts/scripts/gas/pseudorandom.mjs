import { bytesToHex, concat, hexToBytes, keccak256, numberToHex, toHex } from 'viem';

/** Bytes that follow from a label alone and look random, as ciphertexts and the numbers of a signature do. */
export function pseudorandom(label, length) {
  const words = Array.from({ length: Math.ceil(length / 32) }, (_, i) => keccak256(concat([toHex(label), numberToHex(i, { size: 4 })])));
  return bytesToHex(hexToBytes(concat(words)).subarray(0, length));
}

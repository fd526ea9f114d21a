// Signs reports and key registrations for measurements and checks. Not constant-time: for keys of tests only.
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { encodeAbiParameters, encodePacked, hashTypedData, hexToBytes, keccak256, numberToHex, toBytes } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

const { Point } = secp256k1;
const N = Point.Fn.ORDER;
const domain = (name) => keccak256(toBytes(name));
export const TAG_DOMAIN = domain('quarantine/lsag/tag/v1');
export const MSG_DOMAIN = domain('quarantine/lsag/message/v1');
export const POP_DOMAIN = domain('quarantine/pop/v1');

const mod = (a) => Point.Fn.create(a);
const word = (value) => numberToHex(value, { size: 32 });
const hashToScalar = (hex) => mod(BigInt(keccak256(hex)));

/** A secret number that follows from its label alone. */
export const secretOf = (label) => mod(BigInt(keccak256(toBytes(label))));

/** x coordinate (bigint) of a secret's ring key, and the secret of the point with even y. */
export function ringKeyOf(secret) {
  const { x, y } = Point.BASE.multiply(secret).toAffine();
  return { x, secret: y % 2n === 0n ? secret : N - secret };
}

export function addressOf(point) {
  const { x, y } = point.toAffine();
  return `0x${keccak256(encodePacked(['uint256', 'uint256'], [x, y])).slice(26)}`;
}

/** The tag's scope, design of the contracts: RingTranscript.scope. */
export function scope({ chainId, policy, communityId, kind, slot }) {
  const types = ['bytes32', 'uint256', 'address', 'bytes32', 'uint8', 'uint64'].map((type) => ({ type }));
  return hashToScalar(encodeAbiParameters(types, [TAG_DOMAIN, chainId, policy, communityId, kind, slot]));
}

/** Signs a report as member `secret` of the ring; returns the contract's SignedReport. */
export function signReport({ chainId, policy, communityId, kind, slot, state, page, ring, relay, secret }) {
  const key = ringKeyOf(secret);
  const signer = ring.indexOf(key.x);
  if (signer < 0) throw new Error('the signer is not in the ring');
  const eps = scope({ chainId, policy, communityId, kind, slot });
  const y = Point.Fn.inv(mod(key.secret + eps));
  const tag = Point.BASE.multiply(y).toAffine();
  const tagParity = Number(tag.y % 2n);
  const ringCodeHash = keccak256(encodePacked(['uint8', ...ring.map(() => 'uint256')], [0, ...ring]));
  const types = ['bytes32', 'uint256', 'address', 'bytes32', 'bytes32', 'uint8', 'uint64', 'bytes32', 'address', 'uint256', 'uint8']
    .map((type) => ({ type }));
  const message = keccak256(encodeAbiParameters(types, [
    MSG_DOMAIN, chainId, policy, communityId, ringCodeHash, kind, slot, state, relay, tag.x, tagParity,
  ]));
  const challenge = (a, b) => BigInt(keccak256(encodePacked(['bytes32', 'address', 'address'], [message, a, b])));

  const beta = hashToScalar(encodePacked(['string', 'bytes32', 'uint256'], ['beta', message, key.secret]));
  const c = new Array(ring.length);
  const z = new Array(ring.length);
  let next = challenge(
    addressOf(Point.BASE.multiply(mod(beta * Point.Fn.inv(key.x)))),
    addressOf(Point.BASE.multiply(mod(beta * y * Point.Fn.inv(tag.x)))),
  );
  for (let step = 1; step < ring.length; step++) {
    const i = (signer + step) % ring.length;
    c[i] = next;
    z[i] = hashToScalar(encodePacked(['bytes32', 'uint256', 'uint8'], [message, key.secret, i]));
    next = challenge(linkToKey(ring[i], eps, c[i], z[i]), linkToTag(tag.x, y, c[i], z[i]));
  }
  c[signer] = next;
  z[signer] = mod((c[signer] - beta) * y);
  return { communityId, kind, slot, state, page, c0: c[0], tagX: tag.x, tagParity, z };
}

// (c G - z (P + eps G)) / P.x
function linkToKey(x, eps, c, z) {
  const key = Point.fromBytes(hexToBytes(`0x02${word(x).slice(2)}`));
  const inverse = Point.Fn.inv(x);
  const ofG = mod((c - z * eps) * inverse);
  return addressOf(key.multiplyUnsafe(mod(-z * inverse)).add(Point.BASE.multiplyUnsafe(ofG)));
}

// (c T - z G) / T.x, with T = y G.
function linkToTag(x, y, c, z) {
  return addressOf(Point.BASE.multiplyUnsafe(mod((c * y - z) * Point.Fn.inv(x))));
}

export const eip712Domain = (chainId, registry) => ({
  name: 'Quarantine', version: '1', chainId, verifyingContract: registry,
});
export const HOUSE_NUMBER_TYPES = {
  VirtualHouseNumber: [
    { name: 'communityId', type: 'bytes32' }, { name: 'gateway', type: 'address' },
    { name: 'issuedAt', type: 'uint64' }, { name: 'expiresAt', type: 'uint64' },
  ],
};
export const KEY_REGISTRATION_TYPES = {
  KeyRegistration: [
    { name: 'communityId', type: 'bytes32' }, { name: 'gateway', type: 'address' },
    { name: 'ringX', type: 'bytes32' }, { name: 'sealingX', type: 'bytes32' }, { name: 'sealingY', type: 'bytes32' },
  ],
};

/** A gateway whose three keys follow from its name. */
export function gatewayOf(name) {
  const account = privateKeyToAccount(word(secretOf(`${name}/account`)));
  const sealing = privateKeyToAccount(word(secretOf(`${name}/sealing`)));
  const { x, y } = Point.BASE.multiply(secretOf(`${name}/sealing`)).toAffine();
  const ringSecret = secretOf(`${name}/ring`);
  return { account, sealing, sealingX: word(x), sealingY: word(y), ringSecret, ringX: ringKeyOf(ringSecret).x };
}

/** What the gateway shows, signed by officer, account, sealing key and ring key. */
export async function admissionOf({ gateway, officer, chainId, registry, communityId, issuedAt, expiresAt }) {
  const houseNumber = { communityId, gateway: gateway.account.address, issuedAt, expiresAt };
  const registration = {
    communityId, gateway: gateway.account.address, ringX: word(gateway.ringX), sealingX: gateway.sealingX, sealingY: gateway.sealingY,
  };
  const houseNumberData = {
    domain: eip712Domain(chainId, registry), types: HOUSE_NUMBER_TYPES, primaryType: 'VirtualHouseNumber', message: houseNumber,
  };
  const registrationData = {
    domain: eip712Domain(chainId, registry), types: KEY_REGISTRATION_TYPES, primaryType: 'KeyRegistration', message: registration,
  };
  const possession = provePossession(gateway.ringSecret, hashTypedData(registrationData));
  return {
    houseNumber,
    officerSignature: await officer.signTypedData(houseNumberData),
    ringX: registration.ringX,
    sealingX: gateway.sealingX,
    sealingY: gateway.sealingY,
    accountSignature: await gateway.account.signTypedData(registrationData),
    sealingSignature: await gateway.sealing.signTypedData(registrationData),
    possessionCommitment: possession.commitment,
    possessionResponse: possession.response,
  };
}

/** R = kG, e = H(POP_DOMAIN || digest || address(R)), s = k + e x. */
export function provePossession(secret, digest) {
  const key = ringKeyOf(secret);
  const k = hashToScalar(encodePacked(['string', 'bytes32', 'uint256'], ['k', digest, key.secret]));
  const commitment = addressOf(Point.BASE.multiply(k));
  const e = hashToScalar(encodePacked(['bytes32', 'bytes32', 'address'], [POP_DOMAIN, digest, commitment]));
  return { commitment, response: mod(k + e * key.secret) };
}

// The whole of lsag and its claims on @noble/curves: reads {contracts, verify: [...], sign: [...], claims: [...]} from standard input,
// writes {verify: [true, ...], sign: [{c0, tagX, tagParity, z}, ...], claims: [true, ...]}. Shares nothing with the C# code. Not constant-time.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const require = createRequire(join(input.contracts, 'package.json'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const { secp256k1 } = await load('@noble/curves/secp256k1.js');
const { keccak_256 } = await load('@noble/hashes/sha3.js');

const Point = secp256k1.Point;
const Fn = Point.Fn;
const N = Fn.ORDER;
const G = Point.BASE;

const bytes = (hex) => Uint8Array.from(Buffer.from(hex.replace(/^0x/, '').padStart(64, '0'), 'hex'));
const number = (data) => BigInt('0x' + Buffer.from(data).toString('hex'));
const word = (value) => bytes(BigInt(value).toString(16));
const hex = (data) => '0x' + Buffer.from(data).toString('hex');
const keccak = (...parts) => keccak_256(Uint8Array.from(Buffer.concat(parts)));
const ascii = (text) => Uint8Array.from(Buffer.from(text, 'ascii'));
const times = (point, scalar) => (Fn.create(scalar) === 0n ? Point.ZERO : point.multiplyUnsafe(Fn.create(scalar)));
const address = (point) => keccak(point.toBytes(false).slice(1)).slice(12);
const lift = (x, parity) => Point.fromBytes(Uint8Array.from([2 + parity, ...x]));

const TAG_DOMAIN = keccak(ascii('quarantine/lsag/tag/v1'));
const MSG_DOMAIN = keccak(ascii('quarantine/lsag/message/v1'));

const epsilon = (v) =>
  number(keccak(TAG_DOMAIN, word(v.chainId), bytes(v.contract), bytes(v.communityId), word(v.kind), word(v.slot))) % N;

const message = (v, tag) => {
  const codeHash = keccak(Uint8Array.of(0), ...v.ring.map(bytes));
  return keccak(
    MSG_DOMAIN, word(v.chainId), bytes(v.contract), bytes(v.communityId), codeHash, word(v.kind), word(v.slot),
    bytes(v.state), bytes(v.relay), tag.x, word(tag.parity));
};

// A = (c G - z (P + eps G)) / P.x and B = (c T - z G) / T.x: the equations, not ecrecover.
const step = (m, eps, keyX, tag, c, z) => {
  const P = lift(keyX, 0);
  const T = lift(tag.x, tag.parity);
  const A = times(times(G, c - z * eps).add(times(P, -z)), Fn.inv(number(keyX)));
  const B = times(times(T, c).add(times(G, -z)), Fn.inv(number(tag.x)));
  return number(keccak(m, address(A), address(B)));
};

const inRange = (value) => 0n < value && value < N;

const verify = (v) => {
  const tag = { x: bytes(v.tagX), parity: v.tagParity };
  const z = v.z.map((item) => number(bytes(item)));
  const c0 = number(bytes(v.c0));
  if (z.length !== v.ring.length || ![c0, number(tag.x), ...z].every(inRange) || ![0, 1].includes(tag.parity)) return false;
  const eps = epsilon(v);
  const m = message(v, tag);
  try {
    const last = v.ring.reduce((c, key, i) => {
      if (!inRange(c)) throw new Error('challenge out of range');
      return step(m, eps, bytes(key), tag, c, z[i]);
    }, c0);
    return last === c0;
  } catch {
    return false;
  }
};

const sign = (v) => {
  const draw = () => number(secp256k1.utils.randomSecretKey());
  const eps = epsilon(v);
  const y = Fn.inv(Fn.create(number(bytes(v.secret)) + eps));
  const T = G.multiply(y).toAffine();
  const tag = { x: word(T.x), parity: Number(T.y & 1n) };
  const m = message(v, tag);
  const beta = draw();
  const z = v.ring.map(draw);
  const n = v.ring.length;
  const A = G.multiply(Fn.mul(beta, Fn.inv(number(bytes(v.ring[v.position])))));
  const B = G.multiply(Fn.mul(Fn.mul(beta, y), Fn.inv(T.x)));
  let c = number(keccak(m, address(A), address(B)));
  let c0 = v.position === n - 1 ? c : undefined;
  for (let k = 1; k < n; k++) {
    const i = (v.position + k) % n;
    c = step(m, eps, bytes(v.ring[i]), tag, c, z[i]);
    if (i === n - 1) c0 = c;
  }
  z[v.position] = Fn.mul(Fn.create(c - beta), y);
  return { c0: hex(word(c0)), tagX: hex(tag.x), tagParity: tag.parity, z: z.map((item) => hex(word(item))) };
};

const CLAIM_DOMAIN = keccak(ascii('quarantine/claim/v1'));

// e = H(statement || sG - eP || sT - e(G - eps T)): the same x in P = xG and in G - eps T = xT.
const verifyClaim = (v) => {
  const [e, s] = [number(bytes(v.challenge)), number(bytes(v.response))];
  if (![e, s].every(inRange) || ![0, 1].includes(v.tagParity)) return false;
  const P = lift(bytes(v.ringX), 0);
  const T = lift(bytes(v.tagX), v.tagParity);
  const R1 = times(G, s).add(times(P, -e));
  const R2 = times(T, s).add(times(G.add(times(T, -epsilon(v))), -e));
  return e === number(keccak(
    CLAIM_DOMAIN, word(v.chainId), bytes(v.contract), bytes(v.communityId), word(v.kind), word(v.slot), bytes(v.ringX),
    bytes(v.tagX), word(v.tagParity), bytes(v.purpose), R1.toBytes(false).slice(1), R2.toBytes(false).slice(1))) % N;
};

process.stdout.write(JSON.stringify({ verify: input.verify.map(verify), sign: input.sign.map(sign), claims: input.claims.map(verifyClaim) }));

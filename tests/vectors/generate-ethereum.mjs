// Writes the vectors ethereum-*.json with viem, an implementation independent of this repository's.
// Usage: node generate-ethereum.mjs [folder]   (default: this script's own). Needs `npm ci` in contracts/.
// The same input gives the same files: everything "random" comes from a keccak chain with a fixed seed.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const contracts = createRequire(join(here, "../../contracts/package.json"));
const load = (name) => import(pathToFileURL(contracts.resolve(name)));
const viem = await load("viem");
const { privateKeyToAccount } = await load("viem/accounts");
const folder = process.argv[2] ?? here;

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
let state = viem.keccak256("0x7175617262");

function word() {
  state = viem.keccak256(state);
  return BigInt(state);
}

const below = (limit) => Number(word() % BigInt(limit));
const pick = (items) => items[below(items.length)];

function bytes(length) {
  let hex = "";
  while (hex.length < length * 2) {
    hex += word().toString(16).padStart(64, "0");
  }
  return `0x${hex.slice(0, length * 2)}`;
}

const list = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const key = () => viem.toHex((word() % (ORDER - 1n)) + 1n, { size: 32 });
const address = () => viem.getAddress(bytes(20));
// Small numbers, and numbers at the edge of a type, are where encodings go wrong.
const unsigned = (bits) => pick([0n, 1n, 127n, 128n, (1n << BigInt(bits)) - 1n, word(), word()]) & ((1n << BigInt(bits)) - 1n);
const signed = (bits) => BigInt.asIntN(bits, pick([0n, 1n, -1n, 1n << BigInt(bits - 1), (1n << BigInt(bits - 1)) - 1n, word(), -word()]));

function plain(value) {
  if (typeof value === "bigint") {
    return value.toString();
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
  }
  return value;
}

const write = (name, content) => writeFileSync(join(folder, `ethereum-${name}.json`), `${JSON.stringify(plain(content), null, 1)}\n`);

// ABI ---------------------------------------------------------------------------------------------------------------------

function elementaryType() {
  const bits = 8 * (1 + below(32));
  return pick([`uint${bits}`, `int${bits}`, "uint256", "uint64", "address", "bool", `bytes${1 + below(32)}`, "bytes32", "bytes", "string"]);
}

function parameter(depth) {
  const form = depth === 0 ? 0 : below(6);
  if (form === 4) {
    const inner = parameter(depth - 1);
    return { ...inner, type: `${inner.type}${pick(["[]", "[]", `[${1 + below(3)}]`])}` };
  }
  if (form === 5) {
    return { type: "tuple", components: list(1 + below(4), () => parameter(depth - 1)) };
  }
  return { type: elementaryType() };
}

function value(p) {
  const array = /^(.*)\[(\d*)\]$/.exec(p.type);
  if (array) {
    const count = array[2] === "" ? below(4) : Number(array[2]);
    return list(count, () => value({ ...p, type: array[1] }));
  }
  if (p.type === "tuple") {
    return p.components.map(value);
  }
  const size = Number(/\d+$/.exec(p.type)?.[0]);
  if (p.type.startsWith("uint")) {
    return unsigned(size);
  }
  if (p.type.startsWith("int")) {
    return signed(size);
  }
  switch (p.type) {
    case "address": return address();
    case "bool": return below(2) === 1;
    case "bytes": return bytes(pick([0, 1, 31, 32, 33, 64, 100]));
    case "string": return pick(["", "a", "Zuhause bleiben", "居家隔離", "x".repeat(32), "y".repeat(65)]);
    default: return bytes(size);
  }
}

// viem takes tuples with unnamed components as arrays.
const abiCase = (types) => {
  const values = types.map(value);
  const numbers = (p, v) => {
    const array = /^(.*)\[\d*\]$/.exec(p.type);
    if (array) {
      return v.map((item) => numbers({ ...p, type: array[1] }, item));
    }
    if (p.type === "tuple") {
      return p.components.map((c, i) => numbers(c, v[i]));
    }
    const size = Number(/int(\d+)$/.exec(p.type)?.[1] ?? 256);
    return size <= 48 && /^u?int/.test(p.type) ? Number(v) : v;
  };
  return { types, values, encoded: viem.encodeAbiParameters(types, types.map((t, i) => numbers(t, values[i]))) };
};

const signatures = [
  "report(bytes32,uint8,uint64,bytes32,uint256,uint256,uint256,uint8,uint256[])",
  "admit(((bytes32,address,uint64,uint64),bytes,bytes32,bytes32,bytes32,bytes,bytes,address,uint256)[])",
  "transfer(address,uint256)", "f()", "$x_1(bytes1[2][],string)", "Error(string)", "Panic(uint256)",
];

write("abi", {
  cases: [...list(60, () => abiCase([parameter(0), parameter(0)])), ...list(140, () => abiCase(list(1 + below(4), () => parameter(3))))],
  signatures: signatures.map((signature) => ({ signature, hash: viem.keccak256(viem.stringToBytes(signature)), selector: viem.toFunctionSelector(signature) })),
});

// RLP ---------------------------------------------------------------------------------------------------------------------

const item = (depth) => (depth > 0 && below(2) === 1 ? list(below(5), () => item(depth - 1)) : bytes(pick([0, 1, 1, 2, 55, 56, 57, 255, 256, 300])));
const rlpItems = ["0x", "0x00", "0x7f", "0x80", "0x81ff", [], [[]], [[], [[]], [[], [[]]]], ...list(60, () => item(4))];
write("rlp", rlpItems.map((content) => ({ item: content, encoded: viem.toRlp(content) })));

// Transactions ------------------------------------------------------------------------------------------------------------

async function transaction(i) {
  const secret = key();
  const priority = unsigned(64);
  const fields = {
    chainId: pick([1, 31337, Number.MAX_SAFE_INTEGER]),
    nonce: pick([0, 1, 127, 128, 255, 256, Number.MAX_SAFE_INTEGER]),
    maxPriorityFeePerGas: priority,
    maxFeePerGas: priority + unsigned(80),
    gas: unsigned(63),
    value: unsigned(pick([8, 64, 128, 256])),
    data: bytes(pick([0, 1, 4, 36, 55, 56, 300])),
    accessList: i % 3 === 0 ? list(below(3), () => ({ address: address(), storageKeys: list(below(3), () => bytes(32)) })) : [],
  };
  const to = i % 4 === 3 ? undefined : address();
  const account = privateKeyToAccount(secret);
  const raw = await account.signTransaction({ type: "eip1559", to, ...fields });
  return { key: secret, sender: account.address, to: to ?? null, ...fields, raw, hash: viem.keccak256(raw) };
}

write("transactions", await Promise.all(list(40, transaction)));

// Keys, addresses, signatures ---------------------------------------------------------------------------------------------

async function account() {
  const secret = key();
  const digest = bytes(32);
  const { address: own, publicKey, sign } = privateKeyToAccount(secret);
  const nonce = pick([0n, 1n, 127n, 128n, 70000n]);
  const [salt, code] = [bytes(32), bytes(40)];
  return {
    key: secret, publicKey: `0x${publicKey.slice(4)}`, address: own, digest, signature: await sign({ hash: digest }), nonce,
    created: viem.getContractAddress({ from: own, nonce }), salt, code,
    created2: viem.getContractAddress({ opcode: "CREATE2", from: own, salt, bytecode: code }),
  };
}

write("keys", await Promise.all([...list(40, account)]));

// EIP-712 -----------------------------------------------------------------------------------------------------------------

const fields = (text) => text.split(",").map((field) => ({ type: field.split(" ")[0], name: field.split(" ")[1] }));
const house = fields("bytes32 communityId,address gateway,uint64 issuedAt,uint64 expiresAt");
const contract = address();
const quarantine = { name: "Quarantine", version: "1", chainId: 31337, verifyingContract: contract };
const typed = [
  { domain: quarantine, types: { VirtualHouseNumber: house }, primaryType: "VirtualHouseNumber",
    message: { communityId: bytes(32), gateway: address(), issuedAt: 1700000000n, expiresAt: 1701209600n } },
  { domain: quarantine, types: { KeyRegistration: fields("bytes32 communityId,address gateway,bytes32 ringX,bytes32 sealingX,bytes32 sealingY") },
    primaryType: "KeyRegistration",
    message: { communityId: bytes(32), gateway: address(), ringX: bytes(32), sealingX: bytes(32), sealingY: bytes(32) } },
  { domain: quarantine, types: { Permit: fields("address gateway,uint64 from,uint64 until") }, primaryType: "Permit",
    message: { gateway: address(), from: 1n, until: (1n << 64n) - 1n } },
  // The example of EIP-712 itself.
  { domain: { name: "Ether Mail", version: "1", chainId: 1, verifyingContract: "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC" },
    types: { Person: fields("string name,address wallet"), Mail: fields("Person from,Person to,string contents") }, primaryType: "Mail",
    message: {
      from: { name: "Cow", wallet: "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" }, to: { name: "Bob", wallet: "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
      contents: "Hello, Bob!" } },
  { domain: { name: "only a name" }, types: { Everything: fields("bool yes,bytes data,string text,uint256 big,uint8[] small,bytes32[] words") },
    primaryType: "Everything",
    message: { yes: true, data: bytes(33), text: "居家隔離", big: (1n << 256n) - 1n, small: [1, 2, 255], words: [bytes(32), bytes(32)] } },
  { domain: { chainId: 5, salt: bytes(32) }, types: { Empty: [] }, primaryType: "Empty", message: {} },
  { domain: { version: "2", verifyingContract: address() }, types: { House: fields("Room[] rooms"), Room: fields("string name,bool occupied") },
    primaryType: "House", message: { rooms: [{ name: "kitchen", occupied: true }, { name: "", occupied: false }] } },
];
const DOMAIN = { name: "string", version: "string", chainId: "uint256", verifyingContract: "address", salt: "bytes32" };
write("typed-data", typed.map(({ domain, types, primaryType, message }) => {
  const EIP712Domain = Object.entries(DOMAIN).filter(([name]) => name in domain).map(([name, type]) => ({ name, type }));
  return {
    domain, types, primaryType, message,
    separator: viem.hashDomain({ domain, types: { EIP712Domain } }),
    structHash: viem.hashStruct({ data: message, primaryType, types }),
    digest: viem.hashTypedData({ domain, types, primaryType, message }),
  };
}));

// The code an authenticator would show (RFC 6238: HMAC-SHA-1, 30 seconds, six digits).

import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/// The code of a secret in base32 at a moment, in milliseconds.
export function code(secret, at = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', bytes(secret)).update(counter).digest();
  const from = hash[hash.length - 1] & 0xf;
  const number = (hash.readUInt32BE(from) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, '0');
}

function bytes(secret) {
  let bits = '';
  for (const sign of secret.replace(/[\s=-]/g, '').toUpperCase()) bits += ALPHABET.indexOf(sign).toString(2).padStart(5, '0');
  return Buffer.from(bits.match(/.{8}/g).map((octet) => Number.parseInt(octet, 2)));
}

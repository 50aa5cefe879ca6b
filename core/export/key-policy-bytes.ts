import { utf8ToBytes } from "@noble/hashes/utils.js";

import type { Design, Key, OwnedKey } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { oncePerKey } from "../synth/once-per-key.ts";
import { plainJson } from "../synth/plain-json.ts";
import { keyPolicyDocument } from "../synth/plain-key-policy.ts";
import { stackOf } from "../synth/synthesize.ts";

const written = oncePerKey((design: Design, key: OwnedKey) => {
  const { document } = keyPolicyDocument(design, key);
  if (document === undefined) return { text: "", bytes: 0 };
  const text = JSON.stringify(plainJson(document, stackOf(design, key)));
  return { text, bytes: bytesOf(text) };
});

/** The policy of a key as it reaches AWS KMS: compact JSON with every pseudo parameter written out; empty without one. */
export function keyPolicyText(design: Design, key: OwnedKey): string {
  return written(design, key).text;
}

/** The bytes of {@link keyPolicyText}; none of a key that no stack creates. */
export function keyPolicyBytes(design: Design, key: Key): number {
  return isOwned(key) ? written(design, key).bytes : 0;
}

function bytesOf(text: string): number {
  return ascii.test(text) ? text.length : utf8ToBytes(text).length;
}

const ascii = /^[ -~]*$/;

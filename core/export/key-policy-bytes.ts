import { utf8ToBytes } from "@noble/hashes/utils.js";

import type { Design, Key } from "../design/design.ts";
import { isOwned } from "../design/design.ts";
import { stackOf } from "../synth/synthesize.ts";
import { plainJson } from "../synth/plain-json.ts";
import { keyPolicyDocument } from "../synth/plain-key-policy.ts";

/** The bytes of a key's policy as it reaches AWS KMS: compact JSON with every pseudo parameter written out. */
export function keyPolicyBytes(design: Design, key: Key): number {
  if (!isOwned(key)) return 0;
  const { document } = keyPolicyDocument(design, key);
  if (document === undefined) return 0;
  const plain = plainJson(document, stackOf(design, key));
  return utf8ToBytes(JSON.stringify(plain)).length;
}

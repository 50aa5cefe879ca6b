import { existsSync, readFileSync } from "node:fs";
import * as z from "zod/mini";

const file = new URL(
  "../../../shared/corpus/key-policies.json",
  import.meta.url,
);

const policies = z.array(
  z.object({
    source: z.string(),
    document: z.optional(z.json()),
    text: z.optional(z.string()),
  }),
);

/** A real key policy as it was found. */
export interface CorpusPolicy {
  readonly source: string;
  readonly text: string;
}

/** Real key policies; undefined where they are not at hand. */
export function readCorpusPolicies(): readonly CorpusPolicy[] | undefined {
  if (!existsSync(file)) return undefined;
  const list = policies.parse(JSON.parse(readFileSync(file, "utf8")));
  return list.map(({ source, document, text }) => ({
    source,
    text: text ?? JSON.stringify(document),
  }));
}

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";

import { importText } from "./import-text.ts";

const file = new URL(
  "../../../shared/corpus/key-policies.json",
  import.meta.url,
);
const absent = !existsSync(file);
const policies = z.array(
  z.object({ document: z.optional(z.json()), text: z.optional(z.string()) }),
);

/** Files that hold something else than a key policy: policies of identities and of a bucket. One is a whole template, which opens too. */
const others: Readonly<Record<number, string>> = {
  0: "import/identity-policy",
  3: "import/identity-policy",
  27: "import/other-resource",
  30: "import/identity-policy",
};

describe.skipIf(absent)(
  "../shared/corpus/key-policies.json (skipped where that is absent)",
  () => {
    const all = absent
      ? []
      : policies.parse(JSON.parse(readFileSync(file, "utf8")));
    const read = all.map(({ document, text }) =>
      importText(text ?? JSON.stringify(document, null, 2)),
    );

    test("[I2] every key policy opens, and what is none is refused as what it is", () => {
      const refused = read.flatMap((imported, index) =>
        imported.ok ? [] : [[index, imported.problems[0]?.code] as const],
      );
      expect(Object.fromEntries(refused)).toEqual(others);
    });

    test("[I3] at most one statement of fifty is kept as text", () => {
      const opened = read.flatMap((imported) =>
        imported.ok ? [imported.value] : [],
      );
      const sum = (of: "statements" | "keptAsText") =>
        opened.reduce((total, one) => total + one[of], 0);
      console.log(
        `${sum("keptAsText")} of ${sum("statements")} statements kept as text`,
      );
      expect(sum("keptAsText")).toBeLessThanOrEqual(sum("statements") * 0.02);
    });
  },
);

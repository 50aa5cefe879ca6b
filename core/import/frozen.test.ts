import fc from "fast-check";
import { expect, test } from "vitest";

import type { Design } from "../design/design.ts";
import { synthesize } from "../synth/synthesize.ts";
import { templateJson } from "../synth/template.ts";
import { arbitraryApp } from "../testing/arbitrary-app.ts";
import { frozen } from "./frozen.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

function templates(design: Design) {
  return synthesize(design).map(({ template }) => templateJson(template));
}

test("[U22] frozen templates are written by v2 as they are, whatever wrote them", () => {
  fc.assert(
    fc.property(arbitraryApp(), (app) => {
      const { line } = app.cdk;
      const kept = frozen(app);
      expect(kept.cdk).toEqual({ line: "v2" });
      expect([line, templates(kept)]).toEqual([line, templates(app)]);
    }),
    { numRuns: isDeep ? 2000 : 60, seed: 31 },
  );
});

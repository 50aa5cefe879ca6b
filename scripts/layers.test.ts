import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { below, BESIDE, LADDER, layerConfig } from "./layers.ts";

const LEVELS = LADDER.flat();
const LAYERS = ".oxlintrc.layers.json";
const PACKAGES = ["monaco-editor", "zustand", "react", "node:fs"];

/** A file in each place of the project, and what that place may import of ours and of PACKAGES. */
const PLACES: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    LEVELS.map((name) => [plant(name), below(name).map(plant)]),
  ),
  [plant("samples")]: [...below("design"), "design"].map(plant),
  [plant("testing")]: [
    ...[...LEVELS, "samples"].map(plant),
    "core/index.ts",
    "node:fs",
  ],
  [plant("cli")]: ["core/index.ts", "node:fs"],
  "core/index.ts": [...LEVELS, "samples"].map(plant),
  "app/plant.ts": ["core/index.ts", "react"],
  "app/monaco/plant.ts": ["core/index.ts", "react", "monaco-editor"],
  "app/state/plant.ts": ["core/index.ts", "react", "zustand"],
  "e2e/plant.ts": ["core/index.ts", plant("testing"), "node:fs"],
};

let folder = "";
let refused: ReadonlySet<string>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "keywright-layers-"));
  for (const place of Object.keys(PLACES)) writePlant(place);
  refused = new Set(refusals());
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the lint rules are made from the table", () => {
  expect(JSON.parse(readFileSync(LAYERS, "utf8"))).toEqual(layerConfig());
});

test("every folder of core has a place in the layers", () => {
  const folders = readdirSync("core", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(
    folders.filter((name) => ![...LEVELS, ...BESIDE].includes(name)),
  ).toEqual([]);
});

test.each(Object.entries(PLACES))(
  "lint holds %s to what it may import",
  (place, allowed) => {
    const wanted = targets(place).filter((target) => !allowed.includes(target));
    const found = targets(place).filter((target) =>
      refused.has(`${place} ${target}`),
    );
    expect(found).toEqual(wanted);
  },
);

function plant(name: string): string {
  return `core/${name}/plant.ts`;
}

/** What a place is made to import: one of everything else. */
function targets(place: string): string[] {
  const e2e = place.startsWith("e2e/");
  const others = [...Object.keys(PLACES), ...PACKAGES].filter(
    (target) => target !== place,
  );
  // The app's own folders import each other, and a browser test may use any package.
  return others.filter((target) =>
    place.startsWith("app/")
      ? !target.startsWith("app/")
      : !(e2e && PACKAGES.includes(target)),
  );
}

/** Types are imports as well: a layer that only needs a type of a higher one still depends on it. */
function writePlant(place: string): void {
  const lines = targets(place).map(
    (target) => `import type {} from "${specifier(place, target)}";`,
  );
  mkdirSync(join(folder, dirname(place)), { recursive: true });
  writeFileSync(join(folder, place), lines.join("\n"));
}

function specifier(from: string, target: string): string {
  if (PACKAGES.includes(target)) return target;
  const path = posix.relative(posix.dirname(from), target);
  return path.startsWith(".") ? path : `./${path}`;
}

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** `PLACE TARGET` of each import that our lint configuration refuses. */
function refusals(): string[] {
  for (const file of [".oxlintrc.json", LAYERS])
    copyFileSync(file, join(folder, file));
  return lintFolder()
    .filter(({ code }) => code === "eslint(no-restricted-imports)")
    .map(({ filename, labels }) => {
      const line = labels[0]?.span.line ?? 0;
      return `${filename} ${targets(filename)[line - 1]}`;
    });
}

function lintFolder(): readonly Diagnostic[] {
  const oxlint = join(process.cwd(), "node_modules/.bin/oxlint");
  try {
    execFileSync(oxlint, ["-f", "json"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    return [];
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
  }
}

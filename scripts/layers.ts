/**
 * Who may import whom, in one table. `npm run layers` writes it as lint rules into .oxlintrc.layers.json;
 * layers.test.ts sees that the file is fresh and that the linter refuses every other import.
 */
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

/** Folders of core, lowest first: each may import what is below; those on one line do not import each other. */
export const LADDER = [
  ["problem"],
  ["kms", "yaml"],
  ["policy"],
  ["words", "design", "assist"],
  ["recipes", "synth", "evaluate", "share"],
  ["prove", "export", "import", "update"],
  ["check"],
  ["report"],
];

/** Folders beside the ladder: named designs, support for tests, the command line. */
export const BESIDE = ["samples", "testing", "cli"];

const LEVELS = LADDER.flat();
const UI =
  "react|react-dom|monaco-editor|zustand|idb-keyval|@cloudscape-design";
const CDK = "aws-cdk-lib|constructs";
const OUTSIDE_CORE = String.raw`^(\.\./)+(app|e2e|scripts)/`;

interface Pattern {
  readonly regex: string;
  readonly message: string;
}

const PURE: Pattern = {
  regex: `${packages(`${UI}|${CDK}|node:.*`)}|${OUTSIDE_CORE}`,
  message:
    "core is pure: no UI library, no Node, not the real CDK, nothing that is built on core.",
};
const CLI_PACKAGES: Pattern = {
  regex: `${packages(`${UI}|${CDK}`)}|${OUTSIDE_CORE}`,
  message: "the command line is Node and the model, nothing else.",
};
const TEST_PACKAGES: Pattern = {
  regex: `${packages(UI)}|${OUTSIDE_CORE}`,
  message: "tests of core know nothing of what is built on core.",
};
const CORE_DOOR: Pattern = {
  regex: "(^|/)core/.+/",
  message:
    "import from core/index.ts; what is heavy, through a file of app/lazy.",
};
const BROWSER: Pattern = {
  regex: `${packages(`${CDK}|node:.*`)}|${String.raw`^(\.\./)+(e2e|scripts)/`}`,
  message: "the app runs in a browser and ships without its tests and scripts.",
};
const MONACO: Pattern = {
  regex: packages("monaco-editor"),
  message: "only app/monaco imports monaco-editor.",
};
const ZUSTAND: Pattern = {
  regex: packages("zustand"),
  message:
    "only app/state imports zustand: read through its selectors, write through its commands.",
};

type Rules = Readonly<Record<string, readonly Pattern[]>>;

const LEVEL_RULES: Rules = Object.fromEntries(
  LEVELS.map((name) => [`core/${name}/**`, [onlyBelow(name), PURE]]),
);

const CORE_RULES: Rules = {
  "core/samples/**": [
    only("core/samples", [...below("design"), "design"]),
    PURE,
  ],
  "core/index.ts": [
    {
      regex: String.raw`^\./(cli|testing)/`,
      message: "the door of the model opens on the model only.",
    },
    PURE,
  ],
  "core/cli/**": [
    {
      regex: upTo([...LEVELS, "samples", "testing"]),
      message: "core/cli imports only core/index.ts.",
    },
    CLI_PACKAGES,
  ],
  "core/testing/**": [
    {
      regex: upTo(["cli"]),
      message: "test support serves the model, not the command line.",
    },
    TEST_PACKAGES,
  ],
  "core/**/*.test.ts": [TEST_PACKAGES],
};

const OTHER_RULES: Rules = {
  "app/**": [CORE_DOOR, BROWSER, MONACO, ZUSTAND],
  "app/monaco/**": [CORE_DOOR, BROWSER, ZUSTAND],
  "app/state/**": [CORE_DOOR, BROWSER, MONACO],
  "e2e/**": [
    {
      regex: `(^|/)core/(${[...LEVELS, "samples", "cli"].join("|")})/`,
      message:
        "of core, end-to-end tests see core/index.ts and the real CDK of core/testing.",
    },
    {
      regex: String.raw`^(\.\./)+(app|scripts)/`,
      message: "end-to-end tests see the page as a person does; not its code.",
    },
  ],
  "scripts/**": [
    {
      regex: String.raw`^(\.\./)+app/`,
      message: "scripts build and measure the app from outside.",
    },
  ],
};

/** The lint configuration that enforces the table; a later entry replaces an earlier one for the files of both. */
export function layerConfig() {
  const rules = Object.entries({
    ...LEVEL_RULES,
    ...CORE_RULES,
    ...OTHER_RULES,
  });
  const overrides = rules.map(([files, patterns]) => ({
    files: [files],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  }));
  return { plugins: ["typescript"], overrides };
}

/** The folders that a folder of the ladder may import. */
export function below(name: string): string[] {
  const level = LADDER.findIndex((names) => names.includes(name));
  return LADDER.slice(0, level).flat();
}

function onlyBelow(name: string): Pattern {
  return only(`core/${name}`, below(name));
}

function only(place: string, allowed: readonly string[]): Pattern {
  const own = place.replace("core/", "");
  const denied = [...LEVELS, ...BESIDE].filter(
    (name) => name !== own && !allowed.includes(name),
  );
  const names =
    allowed.length === 0 ? "nothing of ours" : `only ${allowed.join(", ")}`;
  return {
    regex: String.raw`${upTo(denied)}|^(\.\./)+index\.ts$`,
    message: `${place} may import ${names} (see the dependency rule in ARCHITECTURE.md).`,
  };
}

function upTo(folders: readonly string[]): string {
  return String.raw`^(\.\./)+(${folders.join("|")})/`;
}

function packages(names: string): string {
  return `^(${names})(/|$)`;
}

if (import.meta.url === pathToFileURL(argv[1] ?? "").href) {
  writeFileSync(
    ".oxlintrc.layers.json",
    `${JSON.stringify(layerConfig(), null, 2)}\n`,
  );
}

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Plugin, Rolldown } from "vite";

/** What the last build put into each JavaScript file, for the checks of sizes and licenses. */
export interface BundledFile {
  readonly file: string;
  /** Names of the npm packages with code in this file. */
  readonly packages: readonly string[];
}

const REPORT = ".cache/bundle.json";

/** Two plugins that share one report: workers are bundles of their own and finish before the page's. */
export function bundleReport(): { page: Plugin; worker: Plugin } {
  const files: BundledFile[] = [];
  const collect = (bundle: Rolldown.OutputBundle): void => {
    for (const output of Object.values(bundle)) {
      if (output.type === "chunk") {
        files.push({ file: output.fileName, packages: packagesOf(output) });
      }
    }
  };
  return {
    worker: {
      name: "keywright:worker-report",
      generateBundle: (_options, bundle) => collect(bundle),
    },
    page: {
      name: "keywright:page-report",
      generateBundle(_options, bundle) {
        collect(bundle);
        mkdirSync(dirname(REPORT), { recursive: true });
        writeFileSync(REPORT, JSON.stringify(files, null, 2));
      },
    },
  };
}

export function readBundleReport(): readonly BundledFile[] {
  return JSON.parse(readFileSync(REPORT, "utf8")) as BundledFile[];
}

function packagesOf(chunk: Rolldown.OutputChunk): string[] {
  const names = chunk.moduleIds.flatMap((id) => packageName(id) ?? []);
  return [...new Set(names)].toSorted();
}

/** `.../node_modules/@scope/name/file.js` → `@scope/name`. */
function packageName(moduleId: string): string | undefined {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(moduleId)?.[1];
}

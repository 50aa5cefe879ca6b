import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readBundleReport } from "./bundle-report.ts";

const LIMITS = { js: 230, css: 60 };

/** Packages that must come later, on demand. */
const NEVER_FIRST = ["monaco-editor"];

/** Measures what the built page loads at first, prints it, and returns what is over its limit. */
export function sizeProblems(): string[] {
  const files = firstLoadFiles();
  const js = files.filter((file) => file.endsWith(".js"));
  const css = files.filter((file) => file.endsWith(".css"));
  if (js.length === 0) return ["dist/index.html loads no script."];
  return [
    ...overLimit("JavaScript", js, LIMITS.js),
    ...overLimit("CSS", css, LIMITS.css),
    ...tooEarly(js),
  ];
}

/** Scripts, preloaded modules (all static imports of the scripts) and style sheets that the page names. */
function firstLoadFiles(): string[] {
  const html = readFileSync("dist/index.html", "utf8");
  const named = [...html.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)];
  return named.flatMap(([, file]) => file ?? []);
}

function overLimit(
  kind: string,
  files: readonly string[],
  limit: number,
): string[] {
  const bytes = files.map(
    (file) => gzipSync(readFileSync(join("dist", file))).length,
  );
  const size = bytes.reduce((total, next) => total + next, 0) / 1024;
  const line = `first load, ${kind}: ${size.toFixed(1)} KiB gzip of ${limit}`;
  console.log(line);
  return size > limit ? [`${line}: over the limit.`] : [];
}

function tooEarly(files: readonly string[]): string[] {
  const first = readBundleReport().filter(({ file }) => files.includes(file));
  if (first.length !== files.length) {
    return ["the bundle report does not match dist/: build again."];
  }
  return first.flatMap(({ file, packages }) =>
    packages
      .filter((name) => NEVER_FIRST.includes(name))
      .map(
        (name) => `${name} is in the first load (${file}): import it lazily.`,
      ),
  );
}

import { readFileSync } from "node:fs";
import { readBundleReport } from "./bundle-report.ts";

/** Licenses that let us ship the code as long as their text comes with it. */
const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
];

/** Every package with code in the built page needs a permissive license, and its text in dist/licenses.md. */
export function licenseProblems(): string[] {
  const packages = new Set(readBundleReport().flatMap((file) => file.packages));
  if (packages.size === 0)
    return ["the bundle report names no packages: build again."];
  const shipped = readFileSync("dist/licenses.md", "utf8");
  console.log(`packages in the page: ${[...packages].join(", ")}`);
  return [...packages].flatMap((name) => [
    ...notPermissive(name),
    ...notShipped(name, shipped),
  ]);
}

function notPermissive(name: string): string[] {
  const manifest = JSON.parse(
    readFileSync(`node_modules/${name}/package.json`, "utf8"),
  ) as { license?: string };
  const choices = (manifest.license ?? "none")
    .replaceAll(/[()]/g, "")
    .split(" OR ");
  return choices.some((choice) => PERMISSIVE.includes(choice))
    ? []
    : [
        `${name} has the license \`${manifest.license}\`, which is not among: ${PERMISSIVE.join(", ")}.`,
      ];
}

function notShipped(name: string, shipped: string): string[] {
  return shipped.includes(`## ${name} - `)
    ? []
    : [`dist/licenses.md lacks the license of ${name}.`];
}

import { readdirSync, readFileSync } from "node:fs";

import type { TextFile } from "../import/import-text.ts";

const folder = new URL("templates/", import.meta.url);

/** Templates as people have them, each with some of what a reader has to survive. */
export const templateFiles: readonly TextFile[] = readdirSync(folder, {
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map(({ name }) => ({ name, text: templateFile(name) }));

/** What the CDK 2.276.0 wrote for an app of two stacks. */
export const cdkOut: readonly TextFile[] = [
  "manifest.json",
  "Keys.template.json",
  "Users.template.json",
].map((name) => ({
  name: `cdk.out/${name}`,
  text: templateFile(`cdk-out/${name}`),
}));

/** The text of one of the templates. */
export function templateFile(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

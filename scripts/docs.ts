/** Writes the pages on the checks from the rules: `npm run docs`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { checkPages } from "./docs/pages.ts";

const FOLDER = "docs/checks";
const pages = await checkPages();
mkdirSync(FOLDER, { recursive: true });
for (const file of readdirSync(FOLDER))
  if (!pages.has(file)) rmSync(`${FOLDER}/${file}`);
for (const [name, text] of pages) writeFileSync(`${FOLDER}/${name}`, text);
console.log(`${pages.size} pages in ${FOLDER}`);

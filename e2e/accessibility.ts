import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const AXE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** The rules that look at colours; the others find the same in either theme. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Fails with every rule of axe that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  await expectClean(page, { resultTypes: ["violations"] });
}

/** The same for what a change of theme can break. */
export async function expectReadableColours(page: Page): Promise<void> {
  await expectClean(page, {
    resultTypes: ["violations"],
    runOnly: COLOUR_RULES,
  });
}

async function expectClean(page: Page, options: axe.RunOptions): Promise<void> {
  // The page's security policy forbids script tags, but not what a test evaluates.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const { violations } = await page.evaluate(runAxe, options);
  expect(violations.map(describe)).toEqual([]);
}

/** Runs in the page. */
async function runAxe(options: axe.RunOptions): Promise<axe.AxeResults> {
  const { axe: loaded } = window as unknown as { axe: typeof axe };
  return loaded.run(options);
}

function describe({ id, help, nodes }: axe.Result): string {
  const places = nodes.map((node) => node.target.join(" "));
  return `${id}: ${help} at ${places.join(", ")}`;
}

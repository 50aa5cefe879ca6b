import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const AXE = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

/** Fails with every rule of axe that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // The page's security policy forbids script tags, but not what a test evaluates.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(runAxe);
  expect(violations.map(describe)).toEqual([]);
}

/** Runs in the page. */
async function runAxe(): Promise<axe.AxeResults> {
  const { axe: loaded } = window as unknown as { axe: typeof axe };
  return loaded.run({ resultTypes: ["violations"] });
}

function describe({ id, help, nodes }: axe.Result): string {
  const places = nodes.map((node) => node.target.join(" "));
  return `${id}: ${help} at ${places.join(", ")}`;
}

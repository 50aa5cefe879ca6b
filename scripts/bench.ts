import { argv, exit } from "node:process";

import { benchCheck } from "./bench/check.ts";
import { benchCore } from "./bench/core.ts";
import { benchImported } from "./bench/imported.ts";
import { benchMeaning } from "./bench/meaning.ts";
import { benchPage } from "./bench/page.ts";
import { findBrowser } from "./browser.ts";
import { run } from "./run.ts";

/** Measures against the budgets and the real CDK, in one run; prints, and fails for nothing: machines are noisy. */
const only = argv[2];
if (only === undefined || only === "check") benchCheck();
if (only === undefined || only === "meaning") benchMeaning();
if (only === undefined || only === "core") {
  benchCore();
  benchImported();
}
if (only === undefined || only === "page") {
  const status = await run("vite", ["build", "--logLevel", "warn"]);
  if (status !== 0) exit(status);
  const browser = findBrowser();
  if (typeof browser === "string") await benchPage(browser);
  else console.log(browser.problem);
}

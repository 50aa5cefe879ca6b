import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const ENVIRONMENT = [
  "KEYWRIGHT_CHROMIUM",
  "CHROME_PATH",
  "PLAYWRIGHT_CHROMIUM_EXECUTABLE",
];

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const HELP = `no Chromium was found, and none could be installed. Install Chromium or Google Chrome, or set ${ENVIRONMENT[0]} to the path of one.`;

/** The path of a Chromium for the end-to-end tests: one that is there, else one that we can install. */
export function findBrowser(): string | { problem: string } {
  const named = ENVIRONMENT.find((name) => process.env[name]);
  if (named !== undefined) return namedBrowser(named, process.env[named] ?? "");
  return installedBrowser() ?? installBrowser() ?? { problem: HELP };
}

function namedBrowser(variable: string, path: string) {
  return existsSync(path)
    ? path
    : { problem: `${variable} names \`${path}\`, which does not exist.` };
}

function installedBrowser(): string | undefined {
  return [...USUAL_PATHS, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
}

function installBrowser(): string | undefined {
  console.log("No Chromium on this machine: installing one.");
  const debian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (debian) {
    attempt("apt-get", ["update", "-qq"], 120);
    attempt(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
      300,
    );
  }
  if (installedBrowser() === undefined) {
    attempt("npx", ["playwright", "install", "chromium"], 60);
  }
  return installedBrowser();
}

/** Runs a command that may fail: what counts is whether a browser is there afterwards. */
function attempt(command: string, args: string[], seconds: number): void {
  try {
    execFileSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      timeout: seconds * 1000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    console.log(`\`${command} ${args.join(" ")}\` did not succeed.`);
  }
}

import { defineConfig } from "vitest/config";

const ORACLE = "core/**/*.oracle.test.ts";

/** The deep run has many more random cases. */
const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

export default defineConfig({
  cacheDir: ".cache/vitest",
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{core,app,scripts}/**/*.test.{ts,tsx}"],
          exclude: [ORACLE],
          testTimeout: isDeep ? 900_000 : 60_000,
        },
      },
      {
        // Compares with the real CDK, which takes seconds to load and to compile against.
        test: {
          name: "oracle",
          include: [ORACLE],
          testTimeout: isDeep ? 900_000 : 120_000,
          hookTimeout: isDeep ? 900_000 : 120_000,
          // The CDK remembers every token of a process, and with it what all programs made: 0.3 MB for each of them.
          execArgv: isDeep ? ["--max-old-space-size=12000"] : [],
        },
      },
    ],
  },
});

import { defineConfig } from "vitest/config";

const ORACLE = "core/**/*.oracle.test.ts";

export default defineConfig({
  cacheDir: ".cache/vitest",
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{core,app,scripts}/**/*.test.{ts,tsx}"],
          exclude: [ORACLE],
        },
      },
      {
        // Compares with the real CDK, which takes seconds to load and to compile against.
        test: {
          name: "oracle",
          include: [ORACLE],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

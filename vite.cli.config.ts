import { defineConfig } from "vite";

/** Bundles the command line into one file, so that it needs no packages at run time and starts at once. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: "core/cli/main.ts",
    outDir: "dist-cli",
    target: "node20",
    license: { fileName: "licenses.md" },
    rolldownOptions: { output: { entryFileNames: "keywright.js" } },
  },
});

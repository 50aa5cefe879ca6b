import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { bundleReport } from "./scripts/bundle-report.ts";
import { META_POLICY, SECURITY_HEADERS } from "./scripts/security-policy.ts";

const report = bundleReport();

/** The built page carries its own security policy, so it holds on any web server and from a file. */
const securityPolicy: Plugin = {
  name: "keywright:security-policy",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: META_POLICY },
      injectTo: "head-prepend",
    },
  ],
};

export default defineConfig({
  root: "app",
  base: "./",
  publicDir: "../public",
  cacheDir: "../.cache/vite",
  plugins: [react(), securityPolicy, report.page],
  worker: { format: "es", plugins: () => [report.worker] },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1", port: 4173, headers: SECURITY_HEADERS },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    // Every browser we support preloads modules by itself.
    modulePreload: { polyfill: false },
    license: { fileName: "licenses.md" },
    // The editor's core is one file of this size that cannot be split; scripts/sizes.ts holds the limit that counts.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      onLog(level, log, print) {
        if (log.code === "INEFFECTIVE_DYNAMIC_IMPORT") {
          throw new Error(`a lazy part would load at once: ${log.message}`);
        }
        print(level, log);
      },
    },
  },
});

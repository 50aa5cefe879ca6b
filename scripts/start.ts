import { exit } from "node:process";
import { preview } from "vite";
import { run } from "./run.ts";

// In a process of its own, which gives its memory back: the server below needs little.
const status = await run("vite", ["build", "--logLevel", "warn"]);
if (status !== 0) exit(status);

const server = await preview({ logLevel: "warn" });
const [address] = server.resolvedUrls?.local ?? [];
console.log(`Keywright runs at ${address} (Ctrl+C stops it).`);

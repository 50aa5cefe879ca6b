import { spawn } from "node:child_process";

/** Runs a tool of node_modules with its output on the screen, and returns its exit status. */
export async function run(
  tool: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { status } = await runAndRead(tool, args, environment);
  return status;
}

/** The same, and returns what the tool wrote to standard output besides. */
export async function runAndRead(
  tool: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ status: number; output: string }> {
  const child = spawn(`node_modules/.bin/${tool}`, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...environment },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * `npm run lock`, after a change of dependencies: adds to package-lock.json the packages of other platforms that npm
 * leaves out when it cannot fetch them. `npm ci` refuses a lock that lacks one, even where it is not needed.
 */
import { readFileSync, writeFileSync } from "node:fs";

interface LockEntry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dev?: boolean;
  readonly optional?: boolean;
}

interface Lock {
  readonly packages: Record<string, LockEntry>;
}

const LOCK = "package-lock.json";
const PLATFORM =
  /(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|wasm32|win32)(?:-(?<cpu>arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64))?(?:-(?<libc>gnu|musl))?/;
const LIBC: Readonly<Record<string, string>> = { gnu: "glibc", musl: "musl" };

const lock = JSON.parse(readFileSync(LOCK, "utf8")) as Lock;
const missing = Object.entries(lock.packages).flatMap(([owner, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => PLATFORM.test(name))
    .filter(([name, version]) => !isLocked(owner, name, version))
    .map(([name, version]) => ({ owner, name, version })),
);
for (const { owner, name, version } of missing) {
  lock.packages[placeFor(owner, name)] = {
    version,
    ...platformOf(name),
    dev: true,
    optional: true,
  };
}
const [root, ...others] = Object.entries(lock.packages);
const sorted = others.toSorted(([a], [b]) => a.localeCompare(b, "en"));
const packages = Object.fromEntries([...(root ? [root] : []), ...sorted]);
writeFileSync(LOCK, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
console.log(`${missing.length} packages of other platforms added`);

/** Whether Node would find the package from its owner, as the lock lays out the folders. */
function isLocked(owner: string, name: string, version: string): boolean {
  return places(owner, name).some(
    (place) => lock.packages[place]?.version === version,
  );
}

/** Beside the owner, or inside it where another version is beside it already. */
function placeFor(owner: string, name: string): string {
  const [inside = "", beside = inside] = places(owner, name);
  return lock.packages[beside] === undefined ? beside : inside;
}

/** `node_modules` folders from the owner's own upwards. */
function places(owner: string, name: string): string[] {
  const folders = owner.split(/(?=\/?node_modules\/)/);
  return folders
    .map((_, index) => folders.slice(0, folders.length - index).join(""))
    .map((folder) => `${folder}/node_modules/${name}`)
    .concat(`node_modules/${name}`);
}

function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const { os, cpu, libc } = PLATFORM.exec(name)?.groups ?? {};
  if (os === undefined || os === "wasm32") return { cpu: ["wasm32"] };
  const library = LIBC[libc ?? ""];
  return {
    os: [os],
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(os === "linux" && library !== undefined ? { libc: [library] } : {}),
  };
}

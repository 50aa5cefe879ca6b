import { md5 } from "@noble/hashes/legacy.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

const hashLength = 8;
const maximumHumanLength = 240;
const maximumLength = 255;

/**
 * The logical ID that the CDK gives to the resource at a construct path (ids from below the stack).
 * Undefined when nothing of the path remains that an ID could be made of.
 *
 * Source: aws-cdk-lib 2.276.0, core/lib/private/uniqueid.
 */
export function cdkLogicalId(path: readonly string[]): string | undefined {
  const parts = withoutDefault(path);
  const [only] = parts;
  if (only === undefined) return undefined;
  if (parts.length === 1 && alphanumeric(only).length <= maximumLength)
    return alphanumeric(only);
  return humanPart(parts, maximumHumanLength) + hash(parts);
}

/** The logical ID for a path of a design's own, which has a name that an ID can be made of. */
export function cdkIds(path: readonly string[]): string {
  return cdkLogicalId(path) ?? "Resource";
}

/**
 * The name that the CDK makes of a construct path where a name has a longest length.
 * Source: aws-cdk-lib 2.276.0, core/lib/private/unique-resource-name.
 */
export function uniqueResourceName(
  path: readonly string[],
  maxLength: number,
): string {
  const parts = withoutDefault(path);
  const human = humanPart(parts, Infinity);
  const room = maxLength - hashLength;
  if (human.length <= room) return human + hash(parts);
  const half = Math.floor(room / 2);
  return human.slice(0, half) + human.slice(half - room) + hash(parts);
}

function withoutDefault(path: readonly string[]): readonly string[] {
  return path.includes("Default")
    ? path.filter((part) => part !== "Default")
    : path;
}

/** The parts in one word, without one that the last part that was kept ends with. */
function humanPart(parts: readonly string[], maxLength: number): string {
  let human = "";
  let kept: string | undefined;
  for (const part of parts) {
    if (kept?.endsWith(part) === true) continue;
    kept = part;
    if (part !== "Resource") human += alphanumeric(part);
  }
  return human.slice(0, maxLength);
}

function hash(parts: readonly string[]): string {
  const bytes = md5(utf8ToBytes(parts.join("/")));
  return bytesToHex(bytes.subarray(0, hashLength / 2)).toUpperCase();
}

function alphanumeric(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, "");
}

/** A construct id as the constructs library stores it: `/`, its path separator, becomes `--`. */
export function constructId(id: string): string {
  return id.replaceAll("/", "--");
}

/**
 * Readable logical IDs: the construct path in PascalCase without the hash, with a number where two would collide.
 * The function it returns remembers the IDs it gave.
 */
export function readableLogicalIds(): (path: readonly string[]) => string {
  const taken = new Set<string>();
  return (path) => {
    const wish = pascalCase(path);
    let id = wish;
    for (let number = 2; taken.has(id); number++) id = `${wish}${number}`;
    taken.add(id);
    return id;
  };
}

function pascalCase(path: readonly string[]): string {
  const words = path
    .filter((part) => part !== "Resource" && part !== "Default")
    .flatMap((part) => part.split(/[^A-Za-z0-9]+/))
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("").slice(0, maximumHumanLength) || "Resource";
}

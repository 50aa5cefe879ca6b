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
  const parts = path.filter((part) => part !== "Default");
  const [only] = parts;
  if (only === undefined) return undefined;
  if (parts.length === 1 && alphanumeric(only).length <= maximumLength)
    return alphanumeric(only);
  return humanPart(parts, maximumHumanLength) + hash(parts);
}

/**
 * The name that the CDK makes of a construct path where a name has a longest length.
 * Source: aws-cdk-lib 2.276.0, core/lib/private/unique-resource-name.
 */
export function uniqueResourceName(
  path: readonly string[],
  maxLength: number,
): string {
  const parts = path.filter((part) => part !== "Default");
  const human = humanPart(parts, Infinity);
  const room = maxLength - hashLength;
  if (human.length <= room) return human + hash(parts);
  const half = Math.floor(room / 2);
  return human.slice(0, half) + human.slice(half - room) + hash(parts);
}

function humanPart(parts: readonly string[], maxLength: number): string {
  return withoutRepeatedEndings(parts)
    .filter((part) => part !== "Resource")
    .map(alphanumeric)
    .join("")
    .slice(0, maxLength);
}

/** Drops a part when the last one that was kept ends with it. */
function withoutRepeatedEndings(parts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const part of parts)
    if (kept.at(-1)?.endsWith(part) !== true) kept.push(part);
  return kept;
}

function hash(parts: readonly string[]): string {
  return bytesToHex(md5(utf8ToBytes(parts.join("/"))))
    .slice(0, hashLength)
    .toUpperCase();
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

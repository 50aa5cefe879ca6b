import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

import type { PhysicalName } from "../design/design.ts";
import type { StackNode } from "./assembly.ts";
import { cdkLogicalId } from "./logical-id.ts";
import { isUnresolved } from "./resolve-text.ts";

/**
 * The name that the CDK generates for a resource that another environment names.
 * Undefined where the stack has no account or Region to make it of.
 *
 * Source: aws-cdk-lib 2.276.0, core/lib/private/physical-name-generator.
 */
export function generatedName(
  { stack, name, account, region }: StackNode,
  path: readonly string[],
): string | undefined {
  if (isUnresolved(account) || isUnresolved(region)) return undefined;
  const id = cdkLogicalId([stack.id, ...path]) ?? "";
  const hash = bytesToHex(sha256(utf8ToBytes(name + id + region + account)));
  return `${name.slice(0, 25)}${id.slice(-24)}${hash.slice(0, 12)}`.toLowerCase();
}

/** The name of a resource while it is put together: what was given, or one that is made when it is first needed. */
export class ResourceName {
  readonly #given: PhysicalName | undefined;
  readonly #stack: StackNode;
  readonly #path: readonly string[];
  #generated: string | undefined;

  /** The texts of what was given have marks. */
  constructor(
    given: PhysicalName | undefined,
    stack: StackNode,
    path: readonly string[],
  ) {
    this.#given = given;
    this.#stack = stack;
    this.#path = path;
  }

  /** What the template says: nothing where CloudFormation is to choose. */
  get written(): string | undefined {
    return typeof this.#given === "object" ? this.#given.name : this.#generated;
  }

  /** The name for a stack of another environment; undefined where there is none and none may be made. */
  elsewhere(): string | undefined {
    if (typeof this.#given === "object")
      return isUnresolved(this.#given.name) ? undefined : this.#given.name;
    if (this.#given === "generate")
      this.#generated ??= generatedName(this.#stack, this.#path);
    return this.#generated;
  }
}

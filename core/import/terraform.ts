import { emptyDesign, freeConstructId, freeId } from "../design/defaults.ts";
import type {
  DefinedKey,
  Design,
  KeyPolicy,
  OwnedKey,
  ReplicaKey,
} from "../design/design.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, failedWith, ok } from "../problem/problem.ts";
import { homeOf } from "./found-settings.ts";
import { importProblem } from "./import-problem.ts";
import { policyIn, withPolicy } from "./key-policy.ts";
import type { ReadPolicy } from "./key-policy.ts";
import { readPasted } from "./pasted-json.ts";
import type { PastedValue } from "./pasted-json.ts";
import { keySettings, replicaSettings } from "./terraform-key.ts";
import { constructName, policyText, refersTo } from "./terraform-links.ts";
import {
  customKeyStore,
  leftOut,
  noPrimary,
  unknownAlias,
  unknownPolicy,
  unreadPolicy,
} from "./terraform-problems.ts";
import { terraformResources } from "./terraform-resources.ts";
import type { TerraformResource } from "./terraform-resources.ts";

/**
 * The keys of a plan or a state of Terraform: `aws_kms_key`, `aws_kms_external_key` and `aws_kms_replica_key`, with
 * their aliases and their policies, as far as these are known.
 */
export function readTerraform(
  values: readonly PastedValue[],
  name: string,
): Result<ReadPolicy> | undefined {
  const [only, ...others] = values;
  const resources = only && terraformResources(only.value);
  if (only === undefined || resources === undefined || others.length > 0)
    return undefined;
  const { span } = only;
  const { design, problems } = new Reader(resources, name).read();
  const placed = problems.map((problem) => ({ ...problem, span }));
  if (design.keys.length === 0) return failed({ ...noKeys, span });
  return placed.some(({ severity }) => severity === "error")
    ? failedWith(placed)
    : ok({ design, warnings: placed });
}

const noKeys = importProblem("no-keys", {
  message: "this file of Terraform has no KMS key that is known",
  help: "open the output of `terraform show -json` for a plan or a state with an aws_kms_key",
});

const primaries: ReadonlySet<string> = new Set([
  "aws_kms_key",
  "aws_kms_external_key",
]);

/** Puts the keys of a file into a design, one after another. */
class Reader {
  readonly problems: Problem[] = [];
  design: Design;
  readonly #resources: readonly TerraformResource[];
  readonly #managed: readonly TerraformResource[];
  readonly #ids = new Map<TerraformResource, string>();
  #hasHome = false;

  constructor(resources: readonly TerraformResource[], name: string) {
    this.#resources = resources;
    this.#managed = resources.filter(({ mode }) => mode === "managed");
    this.design = emptyDesign(name);
  }

  read(): this {
    for (const resource of this.#managed)
      if (primaries.has(resource.type)) this.#addKey(resource);
    for (const resource of this.#managed)
      if (resource.type === "aws_kms_replica_key") this.#addReplica(resource);
    this.#sayWhatIsLeft();
    return this;
  }

  #addKey(resource: TerraformResource): void {
    const { address, values } = resource;
    const custom = values["custom_key_store_id"] ?? values["xks_key_id"];
    if (typeof custom === "string" && custom !== "")
      this.problems.push(customKeyStore(address));
    this.#add(resource, constructName(resource), (shared): DefinedKey => ({
      ...shared,
      kind: "defined",
      ...keySettings(resource),
    }));
  }

  #addReplica(resource: TerraformResource): void {
    const primary = [...this.#ids].find(([key]) =>
      refersTo(resource, "primary_key_arn", key),
    )?.[1];
    if (primary === undefined) this.problems.push(noPrimary(resource.address));
    else
      this.#add(resource, `${primary}Replica`, (shared): ReplicaKey => ({
        ...shared,
        kind: "replica",
        primary,
        ...replicaSettings(resource),
      }));
  }

  #add(
    resource: TerraformResource,
    wish: string,
    keyOf: (shared: SharedParts) => OwnedKey,
  ): void {
    const stack = this.#stackFor(resource);
    const id = freeConstructId(this.design, stack, wish);
    const policy = this.#policyOf(resource);
    const key = keyOf({
      id,
      stack,
      aliases: this.#aliasesOf(resource),
      tags: [],
      administrators: [],
      policy,
    });
    this.#ids.set(resource, id);
    this.design = { ...this.design, keys: [...this.design.keys, key] };
  }

  /** The stack of the Region that a key is in; a replica whose Region is not known has one of its own. */
  #stackFor({ values, type }: TerraformResource): string {
    const { arn, region } = values;
    const home = homeOf(arn);
    const wish = {
      ...home,
      ...(typeof region === "string" &&
        home.region === undefined && { region }),
    };
    const { stacks } = this.design;
    const [first] = stacks;
    const isReplica = type === "aws_kms_replica_key";
    if (!this.#hasHome && first !== undefined) {
      this.#hasHome = true;
      this.design = { ...this.design, stacks: [{ ...first, ...wish }] };
      return first.id;
    }
    const known = stacks.find((stack) => stack.region === wish.region);
    if (known !== undefined && !(isReplica && wish.region === undefined))
      return known.id;
    const { region: place } = wish;
    const id = freeId(
      stacks,
      place === undefined ? "KeyStack" : `KeyStack-${place}`,
    );
    this.design = { ...this.design, stacks: [...stacks, { id, ...wish }] };
    return id;
  }

  #policyOf(resource: TerraformResource): KeyPolicy {
    const found = policyText(resource, this.#resources);
    if (found === undefined || found === "unknown") {
      if (found === "unknown")
        this.problems.push(unknownPolicy(resource.address));
      return { mode: "amend", statements: [] };
    }
    const pasted = readPasted(found.text);
    const read = pasted.ok ? policyIn(pasted.value.values) : pasted;
    if (read === undefined || !read.ok) {
      this.problems.push(
        ...(read?.problems ?? [unreadPolicy(resource.address)]),
      );
      return { mode: "amend", statements: [] };
    }
    this.problems.push(...read.value.warnings);
    const { design, policy } = withPolicy(this.design, read.value);
    this.design = design;
    return policy;
  }

  #aliasesOf(key: TerraformResource): readonly string[] {
    return this.#managed
      .filter(
        (one) =>
          one.type === "aws_kms_alias" && refersTo(one, "target_key_id", key),
      )
      .flatMap(({ address, values: { name } }) => {
        if (typeof name === "string" && name !== "") return [name];
        this.problems.push(unknownAlias(address));
        return [];
      });
  }

  #sayWhatIsLeft(): void {
    const keys = [...this.#ids.keys()];
    for (const one of this.#managed) {
      const isTaken =
        one.type === "aws_kms_alias"
          ? keys.some((key) => refersTo(one, "target_key_id", key))
          : this.#ids.has(one);
      const isOfKms = one.type.startsWith("aws_kms_");
      if (isOfKms && !isTaken && !saidElsewhere.has(one.type))
        this.problems.push(leftOut(one.address));
    }
  }
}

/** A policy is part of its key, and a replica that was left out has been told. */
const saidElsewhere: ReadonlySet<string> = new Set([
  "aws_kms_key_policy",
  "aws_kms_replica_key",
]);

type SharedParts = Pick<
  OwnedKey,
  "id" | "stack" | "aliases" | "tags" | "administrators" | "policy"
>;

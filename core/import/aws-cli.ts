import { emptyDesign, newKey } from "../design/defaults.ts";
import { isDefined } from "../design/design.ts";
import type {
  DefinedKey,
  Design,
  FoundKey,
  ImportedKey,
} from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import { aliasNames, tagsOf } from "./aws-cli-parts.ts";
import { homeOf, rotationSettings } from "./found-settings.ts";
import { importProblem } from "./import-problem.ts";
import { memberAt } from "./json-members.ts";
import { keyMetadata } from "./key-metadata.ts";
import { isDocument, readKeyPolicy } from "./key-policy.ts";
import type { ReadPolicy } from "./key-policy.ts";
import { readPasted } from "./pasted-json.ts";
import type { PastedValue } from "./pasted-json.ts";

/** What commands print, by the name that only their output has; `Policy` is the policy as text or as JSON. */
const names = [
  "Policy",
  "KeyMetadata",
  "Aliases",
  "KeyRotationEnabled",
  "Tags",
] as const;

type Outputs = Partial<Record<(typeof names)[number], PastedValue>>;

/**
 * The key in what commands of `aws kms` print, one after another: get-key-policy, describe-key and create-key,
 * list-aliases, get-key-rotation-status, list-resource-tags. Of a command that ran twice the last output counts.
 *
 * Source: AWS CLI Command Reference, kms.
 */
export function readAwsCli(
  values: readonly PastedValue[],
  name: string,
): Result<ReadPolicy> | undefined {
  const outputs: Outputs = {};
  const unknown: Problem[] = [];
  for (const value of values) {
    const output = nameOf(value.value);
    if (output === undefined) unknown.push(notUsed(value));
    else outputs[output] = value;
  }
  const known = Object.values(outputs);
  // A policy that stands alone is no output of a command.
  if (known.every(({ value }) => isDocument(value))) return undefined;
  const policy = policyOf(outputs.Policy, name);
  if (!policy.ok) return policy;
  const read = keyOf(outputs, policy.value.design);
  if (!read.ok) return read;
  const { arn, design } = read.value;
  const document = documentOf(outputs.Policy);
  return ok({
    design: arn === undefined ? design : asExisting(design, arn, document),
    warnings: [
      ...unknown,
      ...policy.value.warnings,
      ...read.value.warnings,
      arn === undefined ? existsAlready : notManaged,
    ],
  });
}

function nameOf(value: Json): keyof Outputs | undefined {
  if (typeof value === "string" || isDocument(value)) return "Policy";
  return isJsonObject(value)
    ? names.find((name) => Object.hasOwn(value, name))
    : undefined;
}

function notUsed({ span }: PastedValue): Problem {
  return importProblem("output-not-used", {
    severity: "warning",
    message: "this output says nothing that a design has a place for",
    help: "see what commands are read: get-key-policy, describe-key, list-aliases, get-key-rotation-status, list-resource-tags",
    span,
  });
}

const existsAlready = importProblem("exists-already", {
  severity: "info",
  message:
    "the key exists already, and a design that is deployed makes another one",
  help: "take away the key policy, or refer to the key by its ARN",
});

const notManaged = importProblem("not-managed", {
  severity: "info",
  message:
    "the key exists already and opens as an imported key, which no stack of the design manages",
  help: "bring it under management in its settings, so that a stack takes it over",
});

const noPolicyGiven = importProblem("no-policy", {
  severity: "info",
  message:
    "no output has the key policy, so the default one stands in its place",
  help: "paste the output of aws kms get-key-policy too",
});

/** A design with the policy, or with the default one where no output has it. */
function policyOf(
  output: PastedValue | undefined,
  name: string,
): Result<ReadPolicy> {
  if (output === undefined) {
    const design = emptyDesign(name);
    return ok({
      design: { ...design, keys: [newKey(design)] },
      warnings: [noPolicyGiven],
    });
  }
  const { value, span } = output;
  const text = isJsonObject(value) ? value["Policy"] : value;
  const inner =
    typeof text === "string"
      ? readPasted(text)
      : ok({ values: [output], warnings: [] });
  if (!inner.ok) return inner;
  // Places inside a string are not those of the text around it.
  const values = inner.value.values.map((one) => ({ ...one, span }));
  const read = readKeyPolicy(values, name) ?? failed(noPolicy(output));
  if (!read.ok) return read;
  const { design, warnings } = read.value;
  return ok({
    design,
    warnings: [
      ...inner.value.warnings.map((problem) => ({ ...problem, span })),
      ...warnings,
    ],
  });
}

function noPolicy({ span }: PastedValue): Problem {
  return importProblem("not-recognised", {
    message: "no key policy was recognised in this output",
    help: "paste the whole output of aws kms get-key-policy",
    span,
  });
}

/** The policy document that an output has. */
function documentOf(output: PastedValue | undefined): JsonObject | undefined {
  if (output === undefined) return undefined;
  const { value } = output;
  const inner =
    isJsonObject(value) && !isDocument(value) ? value["Policy"] : value;
  if (isDocument(inner)) return inner;
  const read = typeof inner === "string" ? readPasted(inner) : undefined;
  const [only] = read?.ok === true ? read.value.values : [];
  return isDocument(only?.value) ? only.value : undefined;
}

/** The design with its key as one that exists; what is known of it is kept for whoever brings it under management. */
function asExisting(
  design: Design,
  arn: string,
  policyDocument: JsonObject | undefined,
): Design {
  return {
    ...design,
    principals: [],
    keys: design.keys.map((key) =>
      isDefined(key) ? existingKey(key, arn, policyDocument) : key,
    ),
  };
}

function existingKey(
  { id, stack, aliases, tags, ...key }: DefinedKey,
  arn: string,
  policyDocument: JsonObject | undefined,
): ImportedKey {
  return {
    id,
    kind: "imported",
    stack,
    arn,
    found: {
      ...foundSettings(key),
      tags,
      aliases,
      ...(policyDocument !== undefined && { policyDocument }),
    },
    aliases: [],
  };
}

function foundSettings(
  key: Partial<DefinedKey>,
): Omit<FoundKey, "tags" | "aliases"> {
  const settings = [
    "description",
    "enabled",
    "keySpec",
    "keyUsage",
    "origin",
    "multiRegion",
    "enableKeyRotation",
    "rotationPeriodInDays",
  ] as const;
  return Object.fromEntries(
    settings.flatMap((name) =>
      key[name] === undefined ? [] : [[name, key[name]]],
    ),
  );
}

/** The design with what the other outputs say of its key, and its ARN. */
function keyOf(
  outputs: Outputs,
  design: Design,
): Result<ReadPolicy & { readonly arn: string | undefined }> {
  const metadata = keyMetadata(outputs.KeyMetadata);
  if (!metadata.ok) return metadata;
  const { settings, keyId, arn } = metadata.value;
  const rotation = outputs.KeyRotationEnabled?.value;
  const aliases = aliasNames(outputs.Aliases, keyId);
  const withAll = (key: DefinedKey): DefinedKey => ({
    ...key,
    ...settings,
    ...rotationSettings(
      memberAt(rotation, "KeyRotationEnabled"),
      memberAt(rotation, "RotationPeriodInDays"),
    ),
    aliases: aliases.names,
    tags: tagsOf(outputs.Tags),
  });
  return ok({
    design: {
      ...design,
      stacks: design.stacks.map((stack) => ({ ...stack, ...homeOf(arn) })),
      keys: design.keys.map((key) => (isDefined(key) ? withAll(key) : key)),
    },
    warnings: [...metadata.value.warnings, ...aliases.warnings],
    arn,
  });
}

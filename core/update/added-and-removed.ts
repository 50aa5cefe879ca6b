import { limits } from "../kms/limits.ts";
import { holderOf, nameOfAlias, nameTaken } from "./alias-names.ts";
import { present, sameScalar } from "./json-values.ts";
import { resourceFacts } from "./property-facts.ts";
import type { KnownType } from "./property-facts.ts";
import type { RenamedKey } from "./renamed-keys.ts";
import type { Resource, Resources } from "./resource.ts";
import { isAlias, isRetained } from "./resource.ts";
import type { Effect, Effects } from "./update.ts";
import { both } from "./value-kinds.ts";

/** A resource that is in one of the templates only. */
export interface Loner {
  readonly resource: Resource;
  readonly type: KnownType;
  /** The pair of keys that it is in, where its logical ID changed. */
  readonly renamed: RenamedKey | undefined;
}

const noLongerManaged = "stays in the account, no longer managed";
const lostUntilRecreated = "requests that name it fail";

/** What adding a resource does. */
export function addedEffects(
  { resource, renamed }: Loner,
  base: Resources,
): Effects {
  if (isAlias(resource)) {
    const { properties, logicalId } = resource;
    const holder = holderOf(properties["AliasName"], base, logicalId);
    if (holder !== undefined) return nameTaken(holder);
    return both(created(nameOfAlias(resource)));
  }
  if (renamed === undefined) return both(created("a new key"));
  const { logicalId } = renamed.old.key;
  return both({
    impact: "none",
    reason: `a new key is created in place of ${logicalId}: it decrypts nothing that ${logicalId} encrypted`,
  });
}

function created(what: string): Effect {
  return { impact: "none", reason: `${what} is created` };
}

/** What removing a resource does. */
export function removedEffects(loner: Loner): Effects {
  const { resource, renamed } = loner;
  if (isAlias(resource)) return removedAlias(loner);
  return renamed === undefined
    ? removedKey(loner)
    : renamedEffects(loner, renamed);
}

function removedAlias({ resource, type }: Loner): Effects {
  const name = nameOfAlias(resource);
  return {
    cloudFormation: isRetained(resource)
      ? {
          impact: "in-place",
          reason: `${name} ${noLongerManaged}: a template that creates it again fails`,
        }
      : {
          impact: "interrupts",
          reason: `${name} is deleted: ${lostUntilRecreated}; its key stays`,
        },
    terraform: {
      impact: "interrupts",
      reason: `Terraform destroys the ${resourceFacts[type].terraform} of ${name}: ${lostUntilRecreated}; its key stays`,
    },
  };
}

function removedKey({ resource, type }: Loner): Effects {
  const { noun, terraform } = resourceFacts[type];
  return {
    cloudFormation: isRetained(resource)
      ? {
          impact: "in-place",
          reason: `the ${noun} ${noLongerManaged}: it goes on working and costing`,
        }
      : {
          impact: "deletes",
          reason: `the ${noun} is scheduled for deletion: ${loss(resource)}`,
        },
    terraform: {
      impact: "deletes",
      reason: `Terraform destroys the ${terraform}, unless a \`removed\` block with \`destroy = false\` keeps it: ${loss(resource)}`,
    },
  };
}

function renamedEffects(
  { resource, type }: Loner,
  { old, next }: RenamedKey,
): Effects {
  const place =
    old.stack === next.stack
      ? `the logical ID changed to ${next.key.logicalId}`
      : `it moved to ${next.key.logicalId} in the stack ${next.stack}`;
  return {
    cloudFormation: isRetained(resource)
      ? {
          impact: "replaces",
          reason: `${place}: a new key is created and the old one is retained: it ${noLongerManaged}, and what it encrypted still needs it; keep the logical ID to keep the key`,
        }
      : {
          impact: "deletes",
          reason: `${place}: a new key is created and the old one is deleted: ${loss(resource)}; keep the logical ID to keep the key`,
        },
    terraform: {
      impact: "replaces",
      reason: `${place}: Terraform creates a new ${resourceFacts[type].terraform} and destroys the old one, unless a \`moved\` block says that they are the same: ${loss(resource)}`,
    },
  };
}

/**
 * What is lost with a key or a replica.
 * Source: CloudFormation Template Reference, `PendingWindowInDays` of `AWS::KMS::Key` and `AWS::KMS::ReplicaKey`.
 */
function loss(resource: Resource): string {
  const { properties, type } = resource;
  if (type === "AWS::KMS::ReplicaKey")
    return "unusable at once; what it encrypted can be decrypted with a related multi-Region key only";
  const after = `unusable at once; what it encrypted is unrecoverable after the pending window of ${days(resource)} days`;
  return sameScalar(properties["MultiRegion"], true)
    ? `${after}, which begins when its last replica is deleted`
    : after;
}

function days({ properties }: Resource): string {
  const value =
    present(properties["PendingWindowInDays"]) ??
    limits.pendingWindowInDays.default;
  return typeof value === "object" ? "7 to 30" : String(value);
}

/** What it means that a resource of a type that the table does not know comes, changes or goes. */
export function otherEffect(
  resource: Resource,
  change: "added" | "removed" | "changed",
): Effect {
  const { impact, reason } =
    change === "removed" && isRetained(resource)
      ? retainedOther
      : otherEffects[change];
  return {
    impact,
    reason: `another resource: see CloudFormation's documentation of ${resource.type}; ${reason}`,
  };
}

const otherEffects = {
  added: { impact: "none", reason: "it is created" },
  changed: {
    impact: "in-place",
    reason: "whether it is updated in place or replaced is not known here",
  },
  removed: {
    impact: "deletes",
    reason: "it is deleted, and whether data goes with it is not known here",
  },
} as const satisfies Record<string, Effect>;

const retainedOther: Effect = {
  impact: "in-place",
  reason: `it ${noLongerManaged}`,
};

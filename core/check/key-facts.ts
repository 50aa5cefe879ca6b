import { effectiveKey } from "../design/defaults.ts";
import type { DefinedKey, Design, Key } from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import type { JsonObject } from "../problem/json.ts";
import { objectOf, textsOf } from "../problem/json.ts";
import { stackOf } from "../synth/synthesize.ts";
import type { PolicyView } from "./policy-view.ts";
import type { RuleSubject } from "./rule.ts";

/** What is known of a key; undefined where only the deployment decides. */
export interface KeyFacts {
  readonly keySpec?: KeySpec;
  readonly keyUsage?: KeyUsage;
  readonly origin?: Origin;
  readonly multiRegion?: boolean;
  readonly region?: string;
  readonly account?: string;
}

const facts = new WeakMap<PolicyView, KeyFacts>();

/** What is known of the key of a rule. */
export function factsOf(subject: RuleSubject, view: PolicyView): KeyFacts {
  const known = facts.get(view) ?? workOut(subject, view);
  facts.set(view, known);
  return known;
}

function workOut(subject: RuleSubject, view: PolicyView): KeyFacts {
  const { design, key } = subject;
  const region = regionOf(subject);
  const account = accountOfKey(view);
  const settings = settingsOf(primaryOf(design, key));
  return {
    ...settings,
    ...(key.kind === "replica" && { multiRegion: true }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  };
}

/** The key whose spec, usage and origin a key has: of a replica its primary. */
function primaryOf({ keys }: Design, key: Key): DefinedKey | undefined {
  const owner = key.kind === "replica" ? memberWithId(keys, key.primary) : key;
  return owner !== undefined && isDefined(owner) ? owner : undefined;
}

/** The settings of a key, less those in whose place the template has something else. */
function settingsOf(key: DefinedKey | undefined): KeyFacts {
  if (key === undefined) return {};
  const { keySpec, keyUsage, origin, multiRegion } = effectiveKey(key);
  const written = overriddenOf(key);
  return {
    ...(!("KeySpec" in written) && { keySpec }),
    ...(!("KeyUsage" in written) && { keyUsage }),
    ...(!("Origin" in written) && { origin }),
    ...(!("MultiRegion" in written) && { multiRegion }),
  };
}

/** The properties that the template has in place of settings. */
export function overriddenOf({ overrides = {} }: DefinedKey): JsonObject {
  return objectOf(overrides["Properties"]);
}

/** The Region of the key, where somebody says it. */
export function regionOf({ design, key }: RuleSubject): string | undefined {
  if (key.kind === "imported") return key.arn.split(":")[3];
  return stackOf(design, key).region;
}

/**
 * The account of the key: where somebody says it, or the only one that the policy lets decide with its IAM policies by
 * its number.
 */
export function accountOfKey({
  subject,
  statements,
}: PolicyView): string | undefined {
  const { account, isAccountKnown } = subject;
  if (isAccountKnown) return account;
  const typed = new Set(
    statements
      .filter(
        ({ effect, actions }) =>
          effect === "Allow" && actions.includes("kms:*"),
      )
      .flatMap(({ written }) => rootsIn(written)),
  );
  return typed.size === 1 && typed.has(account) ? account : undefined;
}

const root = /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/;

function rootsIn({ Principal: principal }: JsonObject): readonly string[] {
  return textsOf(objectOf(principal)["AWS"]).flatMap(
    (text) => root.exec(text)?.[1] ?? [],
  );
}

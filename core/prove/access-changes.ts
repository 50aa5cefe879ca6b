import { applyChange } from "../design/apply-change.ts";
import type { DesignChange, KeyPatch } from "../design/change.ts";
import type {
  Conditions,
  Design,
  Grant,
  OwnedKey,
  Principal,
  StructuredStatement,
} from "../design/design.ts";
import { isDefined } from "../design/design.ts";
import { grantsOf } from "../design/key-parts.ts";
import { memberWithId } from "../design/members.ts";
import { principalForText } from "../design/principal-text.ts";
import { evaluateRequest } from "../evaluate/evaluate.ts";
import type { KmsAction } from "../kms/actions.ts";
import { cdkV1Grants, grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import type { Json } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import { expandAction } from "../words/capability-words.ts";
import {
  freedKey,
  shortest,
  statementFor,
  withGrants,
  withStatement,
} from "./key-says.ts";
import type { Asked } from "./key-says.ts";
import type { RowHead } from "./matrix-rows.ts";
import { keyFactsOf, subjectOf } from "./subject.ts";

/** Some actions of one principal. */
export interface AccessTarget {
  readonly row: RowHead;
  readonly actions: readonly KmsAction[];
}

/**
 * What the key policy shall say of a target: allow it (under conditions), deny it, or nothing of its own, which leaves
 * it to IAM policies in the account of the key.
 */
export type AccessWish =
  | { readonly say: "allow"; readonly conditions?: Conditions }
  | { readonly say: "deny" | "nothing" };

/**
 * The principals of a design by how the policy of a key names them. A statement for each is put behind those that the
 * key has, and read where it was written.
 */
export function principalNames(
  design: Design,
  key: OwnedKey,
): ReadonlyMap<string, string> {
  const { overrides: _, ...plain } = key;
  const probe: OwnedKey = {
    ...plain,
    policy: {
      ...key.policy,
      minimize: false,
      statements: [
        ...key.policy.statements,
        ...design.principals.map(({ id }, index) => ({
          ...statementFor([id], "Deny", ["kms:Decrypt"]),
          sid: `${probeSid}${index}`,
        })),
      ],
    },
  };
  const subject = subjectOf(withKey(design, probe), probe);
  const { Statement: list = [] } = subject?.document ?? {};
  const names = new Map<string, string>();
  for (const {
    Sid: sid,
    Principal: element,
    Condition: conditions,
  } of (isJsonList(list) ? list : [list]).filter(isJsonObject)) {
    if (typeof sid !== "string" || !sid.startsWith(probeSid)) continue;
    const id = design.principals[Number(sid.slice(probeSid.length))]?.id;
    const text = onlyText(element);
    if (id !== undefined && text !== undefined && conditions === undefined)
      if (!names.has(text)) names.set(text, id);
  }
  return names;
}

const probeSid = "KeywrightProbe";

/** The only principal of an element as a row of the matrix has it: an account by its ID. */
function onlyText(element: Json | undefined): string | undefined {
  if (!isJsonObject(element)) return undefined;
  const [value, ...others] = Object.values(element);
  const text = isJsonList(value) && value.length === 1 ? value[0] : value;
  if (typeof text !== "string" || others.length > 0) return undefined;
  return /^arn:[a-z-]+:iam::(\d{12}):root$/.exec(text)?.[1] ?? text;
}

/** The change after which the key policy says what is wished; undefined where no statement of the principal's own can. */
export function accessChange(
  design: Design,
  key: OwnedKey,
  {
    target,
    wish,
  }: { readonly target: AccessTarget; readonly wish: AccessWish },
): DesignChange | undefined {
  const named = principalOfRow(design, key, target.row);
  if (named === undefined || !mayWish(target.row, wish)) return undefined;
  const { principal } = named;
  const asked: Asked = { id: principal.id, actions: new Set(target.actions) };
  const freed = wish.say === "deny" ? key : freedKey(key, asked);
  return candidates(design, freed, { ...asked, wish })
    .map((next) => withPrincipal(design, named, keyChange(key, next)))
    .find((change) => isAsWished(design, key, { change, target, wish }));
}

/** A Deny for everybody of an organization or of AWS would stop the account's own principals too. */
function mayWish({ kind }: RowHead, { say }: AccessWish): boolean {
  return (
    say !== "deny" || (kind !== "organization" && kind !== "everyone-else")
  );
}

type Wished = Asked & { readonly wish: AccessWish };

interface NamedPrincipal {
  readonly principal: Principal;
  readonly isNew: boolean;
}

/** The principal that a row is about; undefined for the rest of a group, which nothing names. */
export function principalOfRow(
  design: Design,
  key: OwnedKey,
  { kind, text }: RowHead,
): NamedPrincipal | undefined {
  if (
    kind === "root" ||
    kind === "rest-of-account" ||
    kind === "other-services"
  )
    return undefined;
  const id = principalNames(design, key).get(text);
  const known =
    id === undefined ? undefined : memberWithId(design.principals, id);
  if (known !== undefined) return { principal: known, isNew: false };
  const named = principalForText(design, kind === "everyone-else" ? "*" : text);
  return named.ok ? named.value : undefined;
}

/** The forms in which a key can say what is wished, the best first. */
function candidates(
  design: Design,
  key: OwnedKey,
  asked: Wished,
): readonly OwnedKey[] {
  const { wish, id, actions } = asked;
  if (wish.say === "nothing") return [key];
  const effect = wish.say === "deny" ? "Deny" : "Allow";
  const conditions = wish.say === "allow" ? wish.conditions : undefined;
  const statement: StructuredStatement = {
    ...statementFor([id], effect, shortest(actions)),
    ...(conditions !== undefined && { conditions }),
  };
  const said = withStatement(key, statement);
  return effect === "Allow" && conditions === undefined
    ? [key, ...grantedKeys(design, key, asked), said]
    : [said];
}

/** The key with the CDK's own grant of exactly these actions: where the CDK puts it, or in both policies. */
function grantedKeys(
  design: Design,
  key: OwnedKey,
  { id, actions }: Asked,
): readonly OwnedKey[] {
  const isV1 = design.cdk.line === "v1";
  const permission = keysOf(grantActions).find((name) => {
    const given = grantActions[name].flatMap((pattern) =>
      expandAction(pattern),
    );
    return (
      given.length === actions.size && given.every((one) => actions.has(one))
    );
  });
  if (permission === undefined || !isDefined(key)) return [];
  if (isV1 && !cdkV1Grants.some((name) => name === permission)) return [];
  const grant: Grant = { principal: id, permission };
  const forms = isV1 ? [grant] : [grant, { ...grant, inBothPolicies: true }];
  return forms.map((form) => withGrants(key, [...grantsOf(key), form]));
}

/** The change of a key into another version of it. */
export function keyChange(key: OwnedKey, next: OwnedKey): DesignChange {
  const grants = grantsOf(next);
  const patch: KeyPatch = {
    ...(next.policy !== key.policy && { policy: next.policy }),
    ...(next.administrators !== key.administrators && {
      administrators: next.administrators,
    }),
    ...(isDefined(next) &&
      JSON.stringify(grants) !== JSON.stringify(grantsOf(key)) && {
        grants: grants.length === 0 ? null : grants,
      }),
  };
  return { type: "edit-key", key: key.id, patch };
}

/** The change with the principal that it needs, where the design lacks it. */
export function withPrincipal(
  { principals }: Design,
  { principal, isNew }: NamedPrincipal,
  change: DesignChange,
): DesignChange {
  const index = principals.length;
  return isNew
    ? {
        type: "batch",
        changes: [{ type: "add-principal", principal, index }, change],
      }
    : change;
}

/** What a change makes of the design of a key, where it can be made. */
export function changed(design: Design, key: string, change: DesignChange) {
  const next = applyChange(design, change);
  const owner = next.ok ? memberWithId(next.value.keys, key) : undefined;
  return next.ok && owner !== undefined
    ? { design: next.value, subject: subjectOf(next.value, owner) }
    : undefined;
}

/** The policy says what is wished of a plain request for each action; a group of callers has none to ask with. */
function isAsWished(
  design: Design,
  key: OwnedKey,
  {
    change,
    target: { row, actions },
    wish,
  }: {
    readonly change: DesignChange;
    readonly target: AccessTarget;
    readonly wish: AccessWish;
  },
): boolean {
  const after = changed(design, key.id, change)?.subject;
  if (after === undefined) return false;
  const isGroup = ["account", "organization", "everyone-else", "federated"];
  if (isGroup.includes(row.kind) || (wish.say === "allow" && wish.conditions))
    return true;
  return actions.every((action) => {
    const request = { principal: row.text, action };
    const asked = evaluateRequest(after.policy, request, keyFactsOf(after));
    return asked.ok && fitting[wish.say](asked.value.keyPolicy);
  });
}

const fitting: Readonly<
  Record<AccessWish["say"], (decision: string) => boolean>
> = {
  allow: (decision) => decision === "direct",
  deny: (decision) => decision === "deny",
  nothing: (decision) => decision === "account" || decision === "none",
};

function withKey(design: Design, key: OwnedKey): Design {
  return {
    ...design,
    keys: design.keys.map((one) => (one.id === key.id ? key : one)),
  };
}

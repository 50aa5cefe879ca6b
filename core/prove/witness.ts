import type { Caller } from "../evaluate/caller.ts";
import { contextOfCaller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type { ContextValue } from "../evaluate/context.ts";
import type { Question } from "../evaluate/decide.ts";
import { policyText } from "../evaluate/policy-text.ts";
import type { AccessRequest } from "../evaluate/request.ts";
import { kmsActionNames } from "../kms/actions.ts";
import { globalConditionKeyNames } from "../kms/condition-keys.ts";
import { foldCase, textOfGlob } from "../policy/glob.ts";
import { hasBit } from "./bits.ts";
import { callerKeys } from "./caller-dimension.ts";
import { valueInPart } from "./dimension.ts";
import { textFor, textsAskedBy } from "./lazy-texts.ts";
import type { Box, Part } from "./region.ts";
import { ACTION, CALLER } from "./space.ts";
import type { Space, SpaceOf } from "./space.ts";

/** One concrete request, with all that the evaluator asks for. */
export interface Point {
  readonly question: Question;
  /** The names of condition keys as policies write them, by their names in lower case. */
  readonly names: ReadonlyMap<string, string>;
}

/** Requests in a box, the likeliest first; there are several where comparisons with variables have to be met. */
export function pointsIn(space: Space, box: Box): readonly Point[] {
  const action = likeliest(box.get(ACTION), kmsActionNames, (name) =>
    name === "kms:Decrypt" ? 0 : 1,
  );
  const caller = likeliest(
    box.get(CALLER),
    space.callers.callers,
    ({ kind }) => likelihood[kind],
  );
  if (action === undefined) return [];
  if (caller === undefined) return [];
  const context = new Map<string, ContextValue>();
  for (const [index, key] of space.keys.entries()) {
    const part = box.get(index + 2) ?? space.whole[index + 2];
    const value = part && valueInPart(key, part);
    if (value === undefined) context.delete(key.name);
    else context.set(key.name, value);
  }
  const question = { caller, action, resource: space.of.keyArn, context };
  const names = namesIn(space);
  return concreteFor(space, box, withWhatFollows(space, question)).map(
    (one) => ({ question: withWhatFollows(space, one), names }),
  );
}

/** What follows from the caller and the key is as it is, whatever a comparison would like. */
function withWhatFollows(space: Space, question: Question): Question {
  const { constants } = space.of;
  const free = [...question.context].filter(
    ([name]) => !callerKeys.has(name) && !constants.has(name),
  );
  const ofCaller = contextOfCaller(question.caller).map(
    ([name, value]) => [foldCase(name), value] as const,
  );
  return {
    ...question,
    context: new Map([...free, ...constants, ...ofCaller]),
  };
}

/** The root user of an account, which has no IAM policies, explains least. */
const likelihood: Readonly<Record<Caller["kind"], number>> = {
  role: 0,
  user: 1,
  "federated-user": 2,
  service: 3,
  root: 4,
};

/** Of the members in a part, the first of those with the lowest rank. */
function likeliest<Item>(
  part: Part | undefined,
  items: readonly Item[],
  rank: (item: Item) => number,
): Item | undefined {
  const inside = items.filter(
    (_, index) => !(part instanceof Uint32Array) || hasBit(part, index),
  );
  const best = Math.min(...inside.map(rank));
  return inside.find((item) => rank(item) === best);
}

const globalNames = globalConditionKeyNames.map(
  (name) => [foldCase(name), name] as const,
);

/** The names of condition keys as the policies write them, else as AWS does. */
export function namesIn({
  of,
}: {
  readonly of: Pick<SpaceOf, "policies">;
}): ReadonlyMap<string, string> {
  const comparisons = of.policies.flatMap(({ statements }) =>
    statements.flatMap((statement) => statement.comparisons),
  );
  return new Map([
    ...globalNames,
    ...comparisons.map(({ name, key }) => [name, key] as const),
  ]);
}

/** The question, and the question with values for comparisons that no class decides. */
function concreteFor(
  space: Space,
  box: Box,
  question: Question,
): readonly Question[] {
  const texts = new Map(question.context);
  for (const { name, asked } of textsAskedBy(space, box)) {
    const found = textFor(asked);
    if (found.kind === "text" && found.text !== undefined)
      texts.set(name, found.text);
  }
  const start: Question = { ...question, context: texts };
  const wanted = space.undecided.flatMap((comparison) => {
    const at = space.undecidedAt.get(comparison.said);
    const part = at === undefined ? undefined : box.get(at);
    if (!(part instanceof Uint32Array)) return [];
    return [{ comparison, is: hasBit(part, 1) }];
  });
  const met = wanted.reduce<Question>(
    (one, { comparison, is }) => meeting(one, comparison, is),
    start,
  );
  return wanted.length === 0 ? [question] : [met, start, question];
}

/** The question with the key's value made such that a comparison holds, or does not. */
function meeting(
  question: Question,
  comparison: Comparison,
  is: boolean,
): Question {
  const { name, isNegated, values = [], hasVariables, variables } = comparison;
  const { context } = question;
  if (comparison.holds(context.get(name), context) === is) return question;
  const next = new Map(context);
  for (const variable of variables)
    if (!next.has(variable)) next.set(variable, "value");
  const [value = ""] = values;
  const glob = policyText(value, { isPattern: false, hasVariables }).glob(next);
  const same = glob && textOfGlob(glob);
  if (is !== isNegated && same !== undefined) next.set(name, same);
  else next.set(name, `not-${same ?? ""}`);
  if (comparison.holds(next.get(name), next) === is)
    return { ...question, context: next };
  next.delete(name);
  return { ...question, context: next };
}

/** The request as people write it: without what follows from the caller and the key. */
export function requestOf(
  point: Point,
  { of }: { readonly of: Pick<SpaceOf, "constants" | "account"> },
): AccessRequest {
  const { caller, action, resource, context } = point.question;
  const derived = new Set([
    ...contextOfCaller(caller)
      .map(([name]) => foldCase(name))
      .filter((name) => name !== providerKey),
    ...of.constants.keys(),
  ]);
  const rest = [...context].filter(([name]) => !derived.has(name));
  return {
    ...principalOf(caller),
    action,
    resource,
    resourceAccount: of.account,
    context: Object.fromEntries(
      rest.map(([name, value]) => [nameOf(name, point), value]),
    ),
  };
}

function nameOf(name: string, { names }: Point): string {
  return name === providerKey
    ? "aws:FederatedProvider"
    : (names.get(name) ?? name);
}

/** Which identity provider stands behind a session only the request itself says. */
const providerKey = foldCase("aws:FederatedProvider");

function principalOf(
  caller: Caller,
): Pick<AccessRequest, "principal" | "principalArn"> {
  if (caller.kind === "service") return { principal: caller.service };
  return {
    principal: caller.arn,
    ...(caller.arn !== caller.principalArn && {
      principalArn: caller.principalArn,
    }),
  };
}

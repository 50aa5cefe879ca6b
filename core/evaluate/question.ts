import { kmsActionNames } from "../kms/actions.ts";
import { foldCase } from "../policy/glob.ts";
import { parseArn } from "../policy/arn.ts";
import type { Problem, Result } from "../problem/problem.ts";
import { failedWith, ok } from "../problem/problem.ts";
import { contextOfCaller, readCaller } from "./caller.ts";
import type { ContextValue } from "./context.ts";
import type { Question } from "./decide.ts";
import type { AccessRequest } from "./request.ts";
import { contextText } from "./request.ts";

/** The key that a request is about. */
export interface KeyFacts {
  readonly arn: string;
  readonly account: string;
  /** Condition keys that follow from the key, such as `kms:KeySpec`, as AWS writes them. */
  readonly context: Readonly<Record<string, string>>;
}

/** A request that is ready to be decided, and what was filled in. */
export interface ReadQuestion {
  readonly question: Question;
  /** The account of the key. */
  readonly account: string;
  /** Condition keys that follow from the request, as AWS writes them. */
  readonly filledIn: readonly FilledIn[];
}

/** A condition key that follows from the request. */
export interface FilledIn {
  readonly key: string;
  readonly value: string;
}

/** Reads a request about a key: what cannot be read is told at once. */
export function readQuestion(
  request: AccessRequest,
  key: KeyFacts,
): Result<ReadQuestion> {
  const { principal, principalArn, context = {} } = request;
  const given = new Map(
    Object.entries(context)
      .map(([name, value]) => [foldCase(name), contextText(value)] as const)
      // A key with no value at all is as good as absent.
      .filter(([, value]) => typeof value === "string" || value.length > 0),
  );
  const provider = textIn(given.get("aws:federatedprovider"));
  const caller = readCaller(principal, { principalArn, provider });
  const action = actionNames.get(foldCase(request.action));
  const resource = request.resource ?? key.arn;
  if (caller === undefined || action === undefined)
    return failedWith([
      ...(caller === undefined ? [principalProblem(principal)] : []),
      ...(action === undefined ? [actionProblem(request.action)] : []),
    ]);
  const account =
    request.resourceAccount ?? parseArn(resource)?.account ?? key.account;
  const facts = new Map<string, string>([
    ...contextOfCaller(caller),
    ...(resource === key.arn ? Object.entries(key.context) : []),
    ["aws:ResourceAccount", account],
  ]);
  const filledIn = [...facts].flatMap(([name, value]) =>
    given.has(foldCase(name)) ? [] : [{ key: name, value }],
  );
  const all = new Map<string, ContextValue>(given);
  for (const { key: name, value } of filledIn) all.set(foldCase(name), value);
  return ok({
    question: { caller, action, resource, context: all },
    account,
    filledIn,
  });
}

const actionNames: ReadonlyMap<string, string> = new Map(
  kmsActionNames.map((name) => [foldCase(name), name]),
);

function textIn(value: ContextValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function principalProblem(principal: string): Problem {
  return {
    code: "request/principal",
    severity: "error",
    path: ["principal"],
    message: `\`${principal}\` is nobody who can call AWS KMS`,
    help: "write the ARN of a user, a role, the session of a role or the root user, or a service such as logs.us-east-1.amazonaws.com",
  };
}

function actionProblem(action: string): Problem {
  return {
    code: "request/action",
    severity: "error",
    path: ["action"],
    message: `\`${action}\` is no action of AWS KMS`,
    help: "write one such as kms:Decrypt",
  };
}

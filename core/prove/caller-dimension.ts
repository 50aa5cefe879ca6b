import type { AwsCaller, Caller } from "../evaluate/caller.ts";
import { contextOfCaller, readCaller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type { Context } from "../evaluate/context.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import { ANY, foldCase, literalGlob, ONE } from "../policy/glob.ts";
import { askedOfText } from "./asked-of-text.ts";
import type { Language } from "./language.ts";
import { arnLanguage, serviceNames } from "./language.ts";
import type { Pattern, Token } from "./pattern.ts";
import { ANY_INSIDE, ONE_INSIDE } from "./pattern.ts";
import { Memo } from "../evaluate/memo.ts";
import { classesOfWords } from "./words.ts";
import type { WordClasses } from "./words.ts";

/** Who can call, in finitely many classes. */
export interface CallerDimension {
  readonly callers: readonly Caller[];
  /** The condition keys that follow from each. */
  readonly contexts: readonly Context[];
  /** What makes the classes complete, by kind of ARN and for services. */
  readonly words: Readonly<Record<CallerKind, WordClasses>>;
  readonly asked: AskedOfCallers;
}

/** The kinds of names that callers have. */
export type CallerKind =
  "root" | "user" | "role" | "federated-user" | "service";

/** What policies ask of callers by name. */
export interface AskedOfCallers {
  readonly partition: string;
  /** ARNs of users, roles and federated users, and names of services, that are looked at on their own. */
  readonly names: ReadonlySet<string>;
  /** ARNs of sessions of roles. */
  readonly sessions: readonly string[];
  readonly accounts: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  /** Comparisons with what follows from the caller. */
  readonly comparisons: readonly Comparison[];
}

/** Condition keys that follow from the caller, in lower case. */
export const callerKeys: ReadonlySet<string> = new Set(
  [
    "aws:PrincipalArn",
    "aws:PrincipalAccount",
    "kms:CallerAccount",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalServiceName",
    "aws:PrincipalType",
    "aws:FederatedProvider",
  ].map(foldCase),
);

const arnKey = foldCase("aws:PrincipalArn");
const serviceKey = foldCase("aws:PrincipalServiceName");
const providerKey = foldCase("aws:FederatedProvider");
const typeKey = foldCase("aws:PrincipalType");
const isServiceKey = foldCase("aws:PrincipalIsAWSService");
const accountKeys = new Set(
  ["aws:PrincipalAccount", "kms:CallerAccount"].map(foldCase),
);

/** The classes of callers do not decide the comparison: it is not by equality and wildcards. */
export function isBeyondClasses(comparison: Comparison): boolean {
  const { name, operator, variables } = comparison;
  if (variables.length > 0 || operator === undefined) return true;
  if (name === typeKey || name === isServiceKey) return false;
  const asked = askedOfText(comparison);
  // Providers are told apart by their whole names alone.
  return (
    asked === undefined || (name === providerKey && asked.patterns.length > 0)
  );
}

const known = new Memo<CallerDimension | "too-many">(50);

/** Divides all callers, and remembers how; undefined where there are too many classes. */
export function divideCallers(
  asked: AskedOfCallers,
): CallerDimension | undefined {
  const { partition, names, sessions, accounts, providers, comparisons } =
    asked;
  const name = JSON.stringify([
    partition,
    [...names],
    sessions,
    [...accounts],
    [...providers],
    comparisons.map(({ said }) => said),
  ]);
  const found = known.of(name, () => divided(asked) ?? "too-many");
  return found === "too-many" ? undefined : found;
}

function divided(asked: AskedOfCallers): CallerDimension | undefined {
  const root = wordsOf("root", asked);
  const user = wordsOf("user", asked);
  const role = wordsOf("role", asked);
  const federated = wordsOf("federated-user", asked);
  const service = wordsOf("service", asked);
  if (!root || !user || !role || !federated || !service) return undefined;
  const words = { root, user, role, "federated-user": federated, service };
  const names = namesOf(asked, words);
  const sessions = asked.sessions.flatMap(roleCallers);
  const callers = names.flatMap((name) => callersNamed(name, asked, sessions));
  const contexts = callers.map(
    (caller): Context =>
      new Map(
        contextOfCaller(caller).map(([key, value]) => [foldCase(key), value]),
      ),
  );
  return { callers, contexts, words, asked };
}

function roleCallers(session: string): readonly AwsCaller[] {
  const caller = readCaller(session);
  return caller?.kind === "role" ? [caller] : [];
}

function namesOf(
  { names }: AskedOfCallers,
  words: CallerDimension["words"],
): readonly string[] {
  return [
    ...new Set([
      ...names,
      ...Object.values(words).flatMap(({ examples }) => examples),
    ]),
  ];
}

function wordsOf(
  kind: CallerKind,
  asked: AskedOfCallers,
): WordClasses | undefined {
  return classesOfWords({
    language: languageOf(kind, asked.partition),
    patterns: patternsOf(kind, asked),
    avoid: asked.names,
    nice: niceNames(kind, asked),
  });
}

/** The names that callers of a kind have. */
export function languageOf(kind: CallerKind, partition: string): Language {
  const iam = `arn:${partition}:iam::`;
  switch (kind) {
    case "root":
      return arnLanguage(iam, ":root", "root");
    case "user":
      return arnLanguage(iam, ":user/", "path");
    case "role":
      return arnLanguage(iam, ":role/", "path");
    case "federated-user":
      return arnLanguage(`arn:${partition}:sts::`, ":federated-user/", "name");
    case "service":
      return serviceNames;
  }
}

/** What is asked of the names of a kind, as patterns for the whole name. */
export function patternsOf(
  kind: CallerKind,
  asked: AskedOfCallers,
): readonly Pattern[] {
  const patterns = (key: (name: string) => boolean) =>
    asked.comparisons
      .filter(({ name }) => key(name))
      .flatMap((comparison) => {
        const found = askedOfText(comparison);
        return [
          ...(found?.patterns ?? []),
          ...[...(found?.literals ?? [])].map(plain),
        ];
      });
  if (kind === "service")
    return patterns((name) => name === serviceKey).filter(isOpen);
  const before = `arn:${asked.partition}:${kind === "federated-user" ? "sts" : "iam"}::`;
  const lifted = [
    ...patterns((name) => accountKeys.has(name)),
    ...[...asked.accounts].map(plain),
  ].map((pattern) => liftedToArn(pattern, before));
  return [
    ...patterns((name) => name === arnKey).filter(isOpen),
    ...lifted,
    ...(kind === "role" ? asked.sessions.flatMap(rolesWithPath) : []),
  ];
}

function plain(text: string): Pattern {
  return { tokens: literalGlob(text), folds: false };
}

/** What is no pattern but a name is looked at on its own. */
function isOpen({ tokens, folds }: Pattern): boolean {
  return folds || tokens.some((token) => typeof token !== "string");
}

/** A pattern for accounts as one for ARNs: an account has no colon. */
function liftedToArn({ tokens, folds }: Pattern, before: string): Pattern {
  const inside = tokens.map((token): Token => {
    if (token === ANY) return ANY_INSIDE;
    return token === ONE ? ONE_INSIDE : token;
  });
  return { tokens: [...literalGlob(before), ...inside, ":", ANY], folds };
}

/** The role of a session, without a path. */
export function roleOfSession(session: string): string | undefined {
  const caller = readCaller(session);
  return caller?.kind === "role" ? caller.principalArn : undefined;
}

/** The roles that a session can be of besides the one without a path. */
function rolesWithPath(session: string): readonly Pattern[] {
  const caller = readCaller(session);
  if (caller?.kind !== "role" || caller.role === undefined) return [];
  const prefix = `arn:${caller.partition}:iam::${caller.account}:role/`;
  const tokens = [
    ...literalGlob(prefix),
    ANY,
    "/",
    ...literalGlob(caller.role),
  ] as const;
  return [{ tokens, folds: false }];
}

/** The callers of a name: a role by its sessions, with every identity provider that may stand behind them. */
function callersNamed(
  name: string,
  asked: AskedOfCallers,
  sessions: readonly AwsCaller[],
): readonly Caller[] {
  const caller = readCaller(name);
  if (caller?.kind !== "role") return caller === undefined ? [] : [caller];
  const own = sessions
    .filter(
      ({ account, role }) => account === caller.account && role === caller.role,
    )
    .map(({ arn }) => arn);
  const stem = `arn:${caller.partition}:sts::${caller.account}:assumed-role/${caller.role ?? ""}/`;
  const other = otherThan(own, (count) => `${stem}session${count || ""}`);
  return [...own, other].flatMap((session) =>
    [undefined, ...providersOf(asked)].flatMap(
      (provider) => readCaller(session, { principalArn: name, provider }) ?? [],
    ),
  );
}

/** The identity providers that policies name, and one that they do not where they ask for it. */
function providersOf({
  providers,
  comparisons,
}: AskedOfCallers): readonly string[] {
  const asked = comparisons
    .filter(({ name }) => name === providerKey)
    .flatMap((comparison) => askedOfText(comparison) ?? []);
  if (providers.size === 0 && asked.length === 0) return [];
  const literals = [
    ...new Set([...providers, ...asked.flatMap((one) => [...one.literals])]),
  ];
  return [
    ...literals,
    otherThan(literals, (count) => `provider${count || ""}.example.com`),
  ];
}

function otherThan(
  taken: readonly string[],
  nth: (count: number) => string,
): string {
  let count = 0;
  while (taken.includes(nth(count))) count++;
  return nth(count);
}

export const exampleAccounts = [
  "999988887777",
  "888877776666",
  "777766665555",
  "666655554444",
];

/** Names that read well in a witness. */
function niceNames(
  kind: CallerKind,
  { partition, accounts }: AskedOfCallers,
): readonly string[] {
  if (kind === "service") return ["example.amazonaws.com"];
  const tail = {
    root: "root",
    user: "user/Someone",
    role: "role/Someone",
    "federated-user": "federated-user/Someone",
  }[kind];
  const service = kind === "federated-user" ? "sts" : "iam";
  return [...accounts, ...exampleAccounts].map(
    (account) => `arn:${partition}:${service}::${account}:${tail}`,
  );
}

/** The account that a name of a policy or a setting belongs to. */
export function accountIn(text: string): string | undefined {
  if (isAccountId(text)) return text;
  const account = parseArn(text)?.account;
  return account !== undefined && isAccountId(account) ? account : undefined;
}

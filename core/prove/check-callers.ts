/*
 * Part of the checker of proofs, which shares nothing with the prover but the evaluator: whether a list of callers is all
 * that policies can tell apart.
 */
import type { AwsCaller, Caller } from "../evaluate/caller.ts";
import { readCaller } from "../evaluate/caller.ts";
import type { Comparison } from "../evaluate/comparison.ts";
import type { NamedPrincipal } from "../evaluate/principals.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import type { ClaimedWords, Steps, Texts } from "./check-words.ts";
import { areComplete, onlyText, stepsAsked, stepsOf } from "./check-words.ts";

/** What was claimed of callers. */
export interface ClaimedCallers {
  readonly callers: readonly Caller[];
  readonly words: Readonly<
    Record<
      Caller["kind"],
      ClaimedWords & { readonly apart: ReadonlySet<string> }
    >
  >;
}

/** What the question is about, as far as callers go. */
export interface CallersAsked {
  /** The principals of the policies. */
  readonly principals: readonly NamedPrincipal[];
  readonly comparisons: readonly Comparison[];
  readonly partition: string;
  /** Accounts and principals that the question itself tells apart. */
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

const ACCOUNT_KEYS = ["aws:principalaccount", "kms:calleraccount"];

/** Whether every caller is treated by the policies as one of the list. */
export function areAllCallers(
  asked: CallersAsked,
  { callers, words }: ClaimedCallers,
): boolean {
  const texts = [
    ...new Set([...asked.principals.map(({ text }) => text), ...asked.names]),
  ];
  const kinds = ["root", "user", "role", "federated-user", "service"] as const;
  return kinds.every((kind) => {
    const { apart, ...claimed } = words[kind];
    const patterns = patternsFor(kind, asked, texts);
    const open = patterns.filter((steps) => !apart.has(onlyText(steps) ?? ""));
    const named = callers.filter((one) => one.kind === kind).map(nameOf);
    // What is looked at on its own is a caller of its own.
    const isApartThere = [...apart]
      .filter((text) => textsOf(kind, asked.partition).isText(text))
      .every((text) => named.includes(text));
    return (
      isApartThere &&
      claimed.examples.every(
        (text) => named.includes(text) && !apart.has(text),
      ) &&
      namesOfKind(kind, texts).every(
        (text) => apart.has(text) || isTold(open, text),
      ) &&
      areComplete(textsOf(kind, asked.partition), open, claimed) &&
      (kind !== "role" ||
        areAllSessions(callers, sessionsIn(texts), providersIn(asked)))
    );
  });
}

function nameOf(caller: Caller): string {
  return caller.kind === "service" ? caller.service : caller.principalArn;
}

function isTold(patterns: readonly Steps[], text: string): boolean {
  return patterns.some((steps) => onlyText(steps) === text);
}

/** The names of a kind that a policy gives as principals, root users aside: those are told apart by account. */
function namesOfKind(
  kind: Caller["kind"],
  texts: readonly string[],
): readonly string[] {
  if (kind === "root") return [];
  return texts.filter((text) => {
    const caller = readCaller(text);
    return caller?.kind === kind && nameOf(caller) === text;
  });
}

/** Everything that tells callers of a kind apart, as patterns of their names. */
function patternsFor(
  kind: Caller["kind"],
  { comparisons, partition, accounts }: CallersAsked,
  texts: readonly string[],
): readonly Steps[] {
  const asking = (names: readonly string[]) =>
    comparisons
      .filter(({ name }) => names.includes(name))
      .flatMap((comparison) => stepsAsked(comparison) ?? []);
  if (kind === "service") return asking(["aws:principalservicename"]);
  const service = kind === "federated-user" ? "sts" : "iam";
  const before = stepsOf(`arn:${partition}:${service}::`);
  const ofAccounts = [
    ...asking(ACCOUNT_KEYS),
    ...[...new Set([...accounts, ...texts.flatMap(accountsIn)])].map(stepsOf),
  ].map((steps) => [
    ...before,
    ...steps.map((step) => ({
      ...step,
      ...(step.chars === undefined && { isAnyButColon: true }),
    })),
    { chars: ":" },
    { isMany: true },
  ]);
  const arns = asking(["aws:principalarn"]);
  const ofRoles =
    kind === "role" ? sessionsIn(texts).flatMap(rolePatterns) : [];
  return [
    // The ARN of a root user is told apart by its account.
    ...arns.filter((steps) => !(onlyText(steps) ?? "").endsWith(":root")),
    ...arns.flatMap((steps) =>
      accountsIn(onlyText(steps) ?? "").map((id) => [
        ...before,
        ...stepsOf(`${id}:`),
        { isMany: true },
      ]),
    ),
    ...ofAccounts,
    ...ofRoles,
  ];
}

function accountsIn(text: string): readonly string[] {
  if (isAccountId(text)) return [text];
  const account = parseArn(text)?.account ?? "";
  return isAccountId(account) ? [account] : [];
}

function sessionsIn(texts: readonly string[]): readonly AwsCaller[] {
  return texts
    .filter((text) => text.includes(":assumed-role/"))
    .flatMap((text) => {
      const caller = readCaller(text);
      return caller?.kind === "role" ? [caller] : [];
    });
}

function rolePatterns({
  partition,
  account,
  role = "",
}: AwsCaller): readonly Steps[] {
  const before = `arn:${partition}:iam::${account}:role/`;
  return [
    stepsOf(before + role),
    [...stepsOf(before), { isMany: true }, ...stepsOf(`/${role}`)],
  ];
}

function providersIn({
  comparisons,
  principals,
}: CallersAsked): readonly string[] {
  const asked = comparisons
    .filter(({ name }) => name === "aws:federatedprovider")
    .flatMap((comparison) => stepsAsked(comparison) ?? [])
    .map((steps) => onlyText(steps) ?? "");
  const named = principals.filter(({ type }) => type === "Federated");
  return [...asked, ...named.map(({ text }) => text)];
}

/** Whether each role of the list is there with each session that is named and with another, behind each provider. */
function areAllSessions(
  callers: readonly Caller[],
  sessions: readonly AwsCaller[],
  providers: readonly string[],
): boolean {
  const roles = callers.filter(
    (caller): caller is AwsCaller => caller.kind === "role",
  );
  return [...new Set(roles.map(({ principalArn }) => principalArn))].every(
    (arn) => {
      const own = roles.filter(({ principalArn }) => principalArn === arn);
      const of = readCaller(arn);
      const named = sessions.filter(
        ({ account, role }) =>
          of?.kind === "role" && account === of.account && role === of.role,
      );
      const behind = (isSession: (session: string) => boolean) => {
        const found = own.filter((caller) => isSession(caller.arn));
        const provided = found.map(({ provider }) => provider);
        return (
          [undefined, ...providers].every((one) => provided.includes(one)) &&
          (providers.length === 0 ||
            provided.some(
              (one) => one !== undefined && !providers.includes(one),
            ))
        );
      };
      return (
        named.every((session) => behind((text) => text === session.arn)) &&
        behind((text) => !named.some((session) => session.arn === text))
      );
    },
  );
}

/** The names that callers of a kind have. Source: IAM User Guide, "IAM and AWS STS quotas, name requirements". */
function textsOf(kind: Caller["kind"], partition: string): Texts {
  if (kind === "service") return serviceTexts;
  const service = kind === "federated-user" ? "sts" : "iam";
  const digitsAt = `arn:${partition}:${service}::`.length;
  const head = `arn:${partition}:${service}::${"0".repeat(12)}${kind === "root" ? ":root" : `:${kind}/`}`;
  const isDigit = (at: number) => at >= digitsAt && at < digitsAt + 12;
  const name = /^[\w+=,.@-]+$/;
  const hasPath = kind === "user" || kind === "role";
  const lastPart = (text: string) =>
    hasPath ? text.slice(text.lastIndexOf("/") + 1) : text.slice(head.length);
  return {
    canFollow: ({ length }, char) => {
      if (length < head.length)
        return isDigit(length) ? /\d/.test(char) : head[length] === char;
      if (kind === "root") return false;
      return hasPath ? /[!-~]/.test(char) : name.test(char);
    },
    after: (text) => {
      if (text.length < head.length || kind === "root") return `${text.length}`;
      const last = lastPart(text);
      if (last === "") return "empty";
      return name.test(last) ? "name" : "path";
    },
    isText: (text) => {
      if (text.length < head.length || !isHead(text, head, digitsAt))
        return false;
      const tail = text.slice(head.length);
      if (kind === "root") return tail === "";
      return (
        name.test(hasPath ? lastPart(text) : tail) && /^[!-~]*$/.test(tail)
      );
    },
    chars: (named) => [
      ...new Set(head),
      ...unnamed("0123456789", named),
      ...unnamed(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_+=,.@-",
        named,
      ),
      ...unnamed("!\"#$%&'()*:;<>?[\\]^`{|}~", named),
      "/",
    ],
  };
}

function unnamed(chars: string, named: ReadonlySet<string>): readonly string[] {
  const free = chars.split("").find((char) => !named.has(char));
  return free === undefined ? [] : [free];
}

function isHead(text: string, head: string, digitsAt: number): boolean {
  return head
    .split("")
    .every((char, at) =>
      at >= digitsAt && at < digitsAt + 12
        ? /\d/.test(text[at] ?? "")
        : char === text[at],
    );
}

const serviceTexts: Texts = {
  canFollow: (text, char) =>
    char === "." ? text !== "" && !text.endsWith(".") : /[a-z\d-]/.test(char),
  after: (text) => {
    if (text === "") return "empty";
    if (text.endsWith(".")) return "dot";
    return text.includes(".") ? "name" : "word";
  },
  isText: (text) => /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(text),
  chars: (named) => [
    ".",
    ...unnamed("abcdefghijklmnopqrstuvwxyz0123456789-", named),
  ],
};

import type { Design, Key } from "../design/design.ts";
import { isDefined, isOwned } from "../design/design.ts";
import type { AccessChange, AccessComparison } from "./compare.ts";
import { compareAccess } from "./compare.ts";
import type { Subject, SubjectOptions } from "./subject.ts";
import { subjectOf } from "./subject.ts";

/** What changes for one key between two designs. */
export interface KeyComparison extends AccessComparison {
  /** The `id` of the key in the second design. */
  readonly key: string;
}

/** What changes for the keys that two designs share. */
export interface DesignComparison {
  readonly verdict: AccessComparison["verdict"];
  readonly keys: readonly KeyComparison[];
  /** Keys that only one of the designs has, of which nothing can be compared. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares what two designs allow, key by key; with `keyId` only that key of both. */
export function compareDesigns(
  base: Design,
  head: Design,
  options: SubjectOptions & { readonly keyId?: string } = {},
): DesignComparison {
  const { keyId } = options;
  const before = withPolicies(base).filter(isMeant(keyId));
  const after = withPolicies(head).filter(isMeant(keyId));
  const pairs = pairsOf(before, after);
  const keys = pairs.flatMap(([was, is]) => {
    const subjects = subjectsOf({ base, was, head, is, options });
    return subjects === undefined
      ? []
      : [{ key: is.id, ...compareAccess(...subjects) }];
  });
  return {
    verdict: verdictOf(keys),
    keys,
    added: idsWithout(
      after,
      pairs.map(([, is]) => is),
    ),
    removed: idsWithout(
      before,
      pairs.map(([was]) => was),
    ),
  };
}

function withPolicies({ keys }: Design): readonly Key[] {
  return keys.filter(
    (key) =>
      isOwned(key) ||
      (key.kind === "imported" && key.found?.policyDocument !== undefined),
  );
}

function isMeant(keyId: string | undefined) {
  return ({ id }: Key) => keyId === undefined || id === keyId;
}

type Pair = readonly [was: Key, is: Key];

/** Keys of the same name or logical ID, or the only keys there are. */
function pairsOf(
  before: readonly Key[],
  after: readonly Key[],
): readonly Pair[] {
  const [was, ...othersBefore] = before;
  const [is, ...othersAfter] = after;
  if (was && is && othersBefore.length + othersAfter.length === 0)
    return [[was, is]];
  return after.flatMap((key): readonly Pair[] => {
    const same = before.find((one) => isSame(one, key));
    return same === undefined ? [] : [[same, key]];
  });
}

function isSame(a: Key, b: Key): boolean {
  if (a.id === b.id) return true;
  const [one, other] = [logicalIdOf(a), logicalIdOf(b)];
  return one !== undefined && one === other;
}

function logicalIdOf(key: Key): string | undefined {
  return isDefined(key) || key.kind === "replica" ? key.logicalId : undefined;
}

interface PairInDesigns {
  readonly base: Design;
  readonly was: Key;
  readonly head: Design;
  readonly is: Key;
  readonly options: SubjectOptions;
}

/** Both policies for the same account: where nobody says which, the one that the first is for. */
function subjectsOf({
  base,
  was,
  head,
  is,
  options,
}: PairInDesigns): readonly [Subject, Subject] | undefined {
  const first = subjectOf(base, was, options);
  const second = subjectOf(head, is, options);
  if (first === undefined || second === undefined) return undefined;
  if (first.account === second.account) return [first, second];
  const account = second.isAccountKnown ? second.account : first.account;
  const again = (design: Design, key: Key) =>
    subjectOf(
      { ...design, settings: { ...design.settings, account } },
      key,
      options,
    );
  return [again(base, was) ?? first, again(head, is) ?? second];
}

function idsWithout(
  keys: readonly Key[],
  paired: readonly Key[],
): readonly string[] {
  return keys.filter((key) => !paired.includes(key)).map(({ id }) => id);
}

function verdictOf(
  keys: readonly AccessComparison[],
): AccessComparison["verdict"] {
  const has = (list: (one: AccessComparison) => readonly AccessChange[]) =>
    keys.some((one) => list(one).length > 0);
  const isWider = has(({ gained }) => gained);
  const isNarrower = has(({ lost }) => lost);
  if (isWider && isNarrower) return "incomparable";
  if (keys.some(({ verdict }) => verdict === "unknown")) return "unknown";
  if (isWider) return "wider";
  return isNarrower ? "narrower" : "equivalent";
}

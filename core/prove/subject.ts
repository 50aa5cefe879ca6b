import type { AccessSettings, Design, Key, Stack } from "../design/design.ts";
import { effectiveKey } from "../design/defaults.ts";
import { isDefined, isOwned } from "../design/design.ts";
import { memberWithId } from "../design/members.ts";
import type { KeyFacts } from "../evaluate/question.ts";
import { readPolicy } from "../evaluate/statement.ts";
import type { Policy } from "../evaluate/statement.ts";
import { partitionOf } from "../kms/regions.ts";
import { foldCase } from "../policy/glob.ts";
import type { JsonObject } from "../problem/json.ts";
import {
  isJsonList,
  isJsonObject,
  objectOf,
  textsOf,
} from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { documentation, plainJson } from "../synth/plain-json.ts";
import { keyPolicyDocument } from "../synth/plain-key-policy.ts";
import { stackOf } from "../synth/synthesize.ts";
import { withStandIns } from "./stand-ins.ts";

/** A key and its policy as verdicts see them, with all that was taken for granted. */
export interface Subject {
  /** The policy as plain JSON. */
  readonly document: JsonObject;
  /** The same, ready to be asked. */
  readonly policy: Policy;
  /** Which parts of the design wrote each statement. */
  readonly origins: readonly (readonly Path[])[];
  readonly partition: string;
  readonly region: string;
  /** The account of the key. */
  readonly account: string;
  /** Somebody says that it is: the design, its settings, or the ARN of the key. */
  readonly isAccountKnown: boolean;
  readonly keyArn: string;
  /** The ARN is the key's, not one made up. */
  readonly isKeyKnown: boolean;
  /** Condition keys that follow from the key, as AWS writes them. */
  readonly context: Readonly<Record<string, string>>;
  readonly settings: AccessSettings;
  /** What stands for what nobody knows yet, each as a sentence. */
  readonly assumptions: readonly string[];
}

/** What a command line may say of the key. */
export interface SubjectOptions {
  readonly keyArn?: string;
}

/**
 * The policy of a key as verdicts see it: references written out, what the stack assumes filled in. Undefined for a key
 * that exists elsewhere and whose policy the design does not know.
 */
export function subjectOf(
  design: Design,
  key: Key,
  options: SubjectOptions = {},
): Subject | undefined {
  const found = writtenPolicy(design, key);
  if (found === undefined) return undefined;
  const { document, origins, notes } = found;
  const stack = stackOf(design, key);
  const { settings = {} } = design;
  const home = accountOf({ stack, settings, document, options, key });
  const { region = documentation.region } = stack;
  const partition = partitionOf(region) ?? "aws";
  const around: Stack = { ...stack, account: home.account, region };
  const place = { partition, account: home.account };
  const plain = plainJson(document ?? defaultPolicy(place), around);
  const { document: written, notes: standIns } = withStandIns(objectOf(plain), {
    ...place,
    isNamed: home.isNamed,
  });
  const ownArn = key.kind === "imported" ? key.arn : options.keyArn;
  const keyArn = ownArn ?? keyArnIn(written);
  const { account } = home;
  return {
    document: written,
    policy: readPolicy(written),
    origins,
    partition,
    region,
    account,
    isAccountKnown: home.isKnown,
    keyArn:
      keyArn ?? `arn:${partition}:kms:${region}:${account}:key/${SOME_ID}`,
    isKeyKnown: keyArn !== undefined,
    context: contextOf(design, key, account),
    settings,
    assumptions: [
      ...home.notes,
      ...settingNotes(settings),
      ...regionNotes(stack),
      ...notes.filter((note) => !note.endsWith("write it in.")),
      ...standIns,
      ...(ownArn === undefined ? keyNotes(keyArn) : []),
    ],
  };
}

/** The policy of a key of the design, or the one that was found at a key that exists. */
function writtenPolicy(design: Design, key: Key) {
  if (isOwned(key)) return keyPolicyDocument(design, key);
  const document =
    key.kind === "imported" ? key.found?.policyDocument : undefined;
  return document && { document, origins: [], notes: [] };
}

const SOME_ID = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** The policy that AWS KMS attaches to a key without one. Source: AWS KMS Developer Guide, "Default key policy". */
function defaultPolicy({
  partition,
  account,
}: {
  partition: string;
  account: string;
}): JsonObject {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${account}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  };
}

interface AccountSources {
  readonly stack: Stack;
  readonly settings: AccessSettings;
  readonly document: JsonObject | undefined;
  readonly options: SubjectOptions;
  readonly key: Key;
}

/** The account of the key: what somebody says, else the one whose IAM policies the policy lets decide. */
function accountOf(sources: AccountSources) {
  const { stack, settings, document, options, key } = sources;
  const arn = key.kind === "imported" ? key.arn : options.keyArn;
  const said = arn?.split(":")[4] ?? stack.account ?? settings.account;
  if (said !== undefined)
    return { account: said, isKnown: true, isNamed: true, notes: [] };
  const named = ownAccountIn(document ?? {});
  if (named !== undefined)
    return {
      account: named,
      isKnown: false,
      isNamed: true,
      notes: [
        `The account of the key is not said: ${named} is, as its policy lets the IAM policies of that account decide.`,
      ],
    };
  return {
    account: documentation.account,
    isKnown: false,
    isNamed: false,
    notes: [
      `The stack has no account: ${documentation.account} of AWS's documentation stands for it.`,
    ],
  };
}

function ownAccountIn({
  Statement: list = [],
}: JsonObject): string | undefined {
  const statements = (isJsonList(list) ? list : [list]).filter(isJsonObject);
  return statements
    .filter(
      ({ Effect: effect, Action: action }) =>
        effect === "Allow" && textsOf(action).includes("kms:*"),
    )
    .flatMap(({ Principal: principal }) =>
      textsOf(isJsonObject(principal) ? principal["AWS"] : undefined),
    )
    .flatMap(
      (text) =>
        /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(text)?.[1] ?? [],
    )
    .at(0);
}

/** What the settings say that verdicts take for granted. */
function settingNotes({
  organization,
  trustedAccounts = [],
}: AccessSettings): readonly string[] {
  const members = organization?.accounts ?? [];
  return [
    ...(organization === undefined
      ? []
      : [
          `The account is in organization ${organization.id}${members.length === 0 ? "" : `, as are ${members.join(", ")}`}.`,
        ]),
    ...(trustedAccounts.length === 0
      ? []
      : [`Trusted accounts: ${trustedAccounts.join(", ")}.`]),
  ];
}

function regionNotes({ region }: Stack): readonly string[] {
  return region === undefined
    ? [`The stack has no Region: ${documentation.region} is assumed.`]
    : [];
}

/** The one key that the resources of the policy name by its ARN. */
function keyArnIn({ Statement: list = [] }: JsonObject): string | undefined {
  const statements = (isJsonList(list) ? list : [list]).filter(isJsonObject);
  const named = new Set(
    statements
      .flatMap(({ Resource: resource }) => textsOf(resource))
      .filter((text) =>
        /^arn:[^:*?]+:kms:[^:*?]+:[^:*?]+:key\/[^*?]+$/.test(text),
      ),
  );
  const [only, ...others] = named;
  return others.length === 0 ? only : undefined;
}

function keyNotes(keyArn: string | undefined): readonly string[] {
  return keyArn === undefined
    ? []
    : [`The key is ${keyArn}, which its policy names.`];
}

function contextOf(
  design: Design,
  key: Key,
  account: string,
): Readonly<Record<string, string>> {
  const primary =
    key.kind === "replica" ? memberWithId(design.keys, key.primary) : key;
  const shared =
    primary !== undefined && isDefined(primary)
      ? effectiveKey(primary)
      : undefined;
  const multiRegion = key.kind === "replica" || shared?.multiRegion === true;
  return {
    "aws:ResourceAccount": account,
    ...(shared !== undefined && {
      "kms:KeySpec": shared.keySpec,
      "kms:KeyUsage": shared.keyUsage,
      "kms:KeyOrigin": shared.origin,
      "kms:MultiRegion": String(multiRegion),
    }),
    ...(multiRegion && {
      "kms:MultiRegionKeyType": key.kind === "replica" ? "REPLICA" : "PRIMARY",
    }),
  };
}

/** The key as the evaluator wants it. */
export function keyFactsOf({ keyArn, account, context }: Subject): KeyFacts {
  return { arn: keyArn, account, context };
}

/** Condition keys that follow from the key by their names in lower case. */
export function constantsOf({ context }: Subject): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(context).map(([name, value]) => [foldCase(name), value]),
  );
}

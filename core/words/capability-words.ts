import type { Capability, KmsAction } from "../kms/actions.ts";
import { capabilities, kmsActionNames, kmsActions } from "../kms/actions.ts";
import { grantActions } from "../kms/grant-vocabulary.ts";
import { keysOf } from "../kms/keys-of.ts";
import { matchesWildcard } from "../policy/wildcard.ts";
import { word } from "./word.ts";

/** A phrase and the actions it stands for. */
export interface CapabilityWords {
  readonly words: string;
  readonly actions: readonly string[];
}

/** The same few patterns are asked for again and again; more than this many are no policy of a person's. */
const MOST_PATTERNS = 1000;
const expanded = new Map<string, readonly KmsAction[]>();

/** The actions of AWS KMS that a pattern such as `kms:Describe*` covers; case does not matter, as in IAM. */
export function expandAction(pattern: string): readonly KmsAction[] {
  const known = expanded.get(pattern);
  if (known !== undefined) return known;
  const actions = kmsActionNames.filter((action) =>
    matchesWildcard(pattern, action, { ignoreCase: true }),
  );
  if (expanded.size >= MOST_PATTERNS) expanded.clear();
  expanded.set(pattern, actions);
  return actions;
}

/** Everyday phrases for a list of actions, fewest first: a whole capability is one phrase. */
export function capabilityWords(
  patterns: readonly string[],
): readonly CapabilityWords[] {
  if (isAdministration(patterns))
    return [{ words: "administer the key", actions: patterns }];
  const known = patterns.filter((pattern) => expandAction(pattern).length > 0);
  const foreign = patterns.filter((pattern) => !known.includes(pattern));
  const covered = new Set(known.flatMap(expandAction));
  return [
    ...(covered.size === kmsActionNames.length
      ? [{ words: "do everything", actions: known }]
      : ofCapabilities(covered)),
    ...foreign.map((pattern) => ({
      words: foreignWords(pattern),
      actions: [pattern],
    })),
  ];
}

/** An action has a colon in its name, which no phrase of ours has; what else it may be stands in quotes. */
function foreignWords(pattern: string): string {
  return pattern.includes(":") ? word(pattern) : JSON.stringify(pattern);
}

function isAdministration(patterns: readonly string[]): boolean {
  const given = new Set(patterns);
  return (
    given.size === grantActions.admin.length &&
    grantActions.admin.every((action) => given.has(action))
  );
}

/** What people mean by using a symmetric encryption key. */
const use: readonly Capability[] = [
  "encrypt",
  "decrypt",
  "re-encrypt",
  "data-keys",
];

/** Administering the key is more than what the list of actions calls so. */
const phrases: Partial<Record<Capability, string>> = {
  administer: "change the key's state and description",
};

const actionsByCapability: ReadonlyMap<Capability, readonly KmsAction[]> =
  new Map(
    keysOf(capabilities).map((capability) => [
      capability,
      kmsActionNames.filter(
        (action) => kmsActions[action].capability === capability,
      ),
    ]),
  );

function ofCapabilities(
  covered: ReadonlySet<KmsAction>,
): readonly CapabilityWords[] {
  const isWhole = (capability: Capability) =>
    actionsOf(capability).every((action) => covered.has(action));
  const folded = use.every(isWhole) ? use : [];
  return [
    ...(folded.length === 0
      ? []
      : [{ words: "use the key", actions: folded.flatMap(actionsOf) }]),
    ...keysOf(capabilities)
      .filter((capability) => !folded.includes(capability))
      .flatMap((capability) =>
        isWhole(capability)
          ? [
              {
                words: phrases[capability] ?? lowered(capabilities[capability]),
                actions: actionsOf(capability),
              },
            ]
          : actionsOf(capability)
              .filter((action) => covered.has(action))
              .map((action) => ({
                words: actionWords(action),
                actions: [action],
              })),
      ),
  ];
}

function actionsOf(capability: Capability): readonly KmsAction[] {
  return actionsByCapability.get(capability) ?? [];
}

/** `kms:GenerateDataKeyPair` as `generate data key pair`. */
function actionWords(action: KmsAction): string {
  return action
    .slice("kms:".length)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .replace("re encrypt", "re-encrypt");
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

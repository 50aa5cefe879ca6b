// The one door of core: what the app, the command line and others may use.
export type { Json, JsonObject } from "./problem/json.ts";
export { readJson } from "./problem/read-json.ts";
export type { LocatedJson } from "./problem/read-json.ts";
export {
  failed,
  ok,
  printPath,
  samePath,
  startsWithPath,
} from "./problem/problem.ts";
export type {
  Path,
  Problem,
  Result,
  Severity,
  Span,
} from "./problem/problem.ts";

export { capabilities, kmsActionNames, kmsActions } from "./kms/actions.ts";
export type { Capability, KmsAction } from "./kms/actions.ts";
export {
  conditionKeyNames,
  conditionKeys,
  findConditionKey,
  globalConditionKeyNames,
  globalConditionKeys,
} from "./kms/condition-keys.ts";
export { hasKey, keysOf } from "./kms/keys-of.ts";
export {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  keyUsages,
  originNames,
  origins,
} from "./kms/key-specs.ts";
export type { KeySpec, KeyUsage, Origin } from "./kms/key-specs.ts";
export { limits } from "./kms/limits.ts";
export { prices } from "./kms/prices.ts";
export { regionNames, regions } from "./kms/regions.ts";

export {
  conditionOperators,
  parseOperator,
  printOperator,
  setPrefixes,
} from "./policy/operators.ts";
export type { Operator, OperatorName, SetPrefix } from "./policy/operators.ts";

export { addStatement } from "./design/add-statement.ts";
export { applyChange } from "./design/apply-change.ts";
export type { DesignChange, KeyPatch, Patch } from "./design/change.ts";
export {
  duplicateKey,
  effectiveKey,
  emptyDesign,
  freeId,
  newKey,
} from "./design/defaults.ts";
export type { EffectiveKey } from "./design/defaults.ts";
export { isVerbatim } from "./design/design.ts";
export type {
  CdkSettings,
  ConditionScalar,
  ConditionValue,
  Conditions,
  Design,
  Effect,
  FeatureFlag,
  Key,
  KeyPolicy,
  Principal,
  PrincipalKind,
  RemovalPolicy,
  Stack,
  Statement,
  StructuredStatement,
  Tag,
  VerbatimStatement,
} from "./design/design.ts";
export {
  chooseKeySpec,
  chooseKeyUsage,
  chooseOrigin,
  chooseRotation,
  mendKey,
} from "./design/follow-up.ts";
export type { FollowUp } from "./design/follow-up.ts";
export { invertChange } from "./design/invert-change.ts";
export { parseDesign, parseDesignText } from "./design/parse-design.ts";
export { monthlyPrice } from "./design/price.ts";
export type { MonthlyPrice } from "./design/price.ts";
export { principalForText, principalText } from "./design/principal-text.ts";
export type { NamedPrincipal } from "./design/principal-text.ts";
export { printDesign } from "./design/print-design.ts";
export { principalsOf } from "./design/references.ts";
export { removalPolicies } from "./design/removal-policies.ts";
export { designJsonSchema, schemaFile } from "./design/schema.ts";

export { fullAliasName } from "./synth/synth-alias.ts";
export { synthesize } from "./synth/synthesize.ts";
export type { Resource, SynthesizedStack, Template } from "./synth/template.ts";
export { printTemplate } from "./synth/template.ts";

export { expandAction } from "./words/capability-words.ts";
export { printSentence } from "./words/sentence.ts";
export type { Sentence, SentencePart } from "./words/sentence.ts";

export { exportDesign } from "./export/export-design.ts";
export type {
  Exported,
  ExportOptions,
  ExportSpan,
  LogicalIdStyle,
} from "./export/exported.ts";
export { keyPolicyBytes } from "./export/key-policy-bytes.ts";
export { exportTargets } from "./export/registry.ts";
export type { ExportTarget } from "./export/registry.ts";

export { checkDesign, problemsOfChange } from "./check/check-design.ts";
export { policyEntries } from "./synth/policy-entries.ts";
export type { PolicyEntry } from "./synth/policy-entries.ts";
export type { Finding, Fix } from "./check/rule.ts";

export { samples } from "./samples/registry.ts";
export type { SampleName } from "./samples/registry.ts";
export type { Sample, SampleStep } from "./samples/sample.ts";

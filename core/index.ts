// The one door of core: what the app, the command line and others may use.
export { isJsonList, isJsonObject } from "./problem/json.ts";
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
export type { ActionRow, Capability, KmsAction } from "./kms/actions.ts";
export { conditionKeysOfAction } from "./kms/condition-key-actions.ts";
export {
  conditionKeyNames,
  conditionKeys,
  findConditionKey,
  globalConditionKeyNames,
  globalConditionKeys,
  viaServices,
} from "./kms/condition-keys.ts";
export type { ConditionKey, ConditionKeyRow } from "./kms/condition-keys.ts";
export { cdkV1Grants, grantActions } from "./kms/grant-vocabulary.ts";
export type { GrantName } from "./kms/grant-vocabulary.ts";
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
export { partitionOf, regionNames, regions } from "./kms/regions.ts";
export { scannerRulesOf, scanners } from "./kms/scanner-rules.ts";
export type {
  Scanner,
  ScannerName,
  ScannerRules,
} from "./kms/scanner-rules.ts";
export { servicePrincipals } from "./kms/service-principals.ts";

export { intrinsicText, isIntrinsic } from "./policy/intrinsic.ts";
export { isAccountId, parseArn } from "./policy/arn.ts";
export { iamArnProblem } from "./policy/iam-arn.ts";
export type { IamResource } from "./policy/iam-arn.ts";
export {
  conditionOperators,
  parseOperator,
  printOperator,
  setPrefixes,
} from "./policy/operators.ts";
export type { Operator, OperatorName, SetPrefix } from "./policy/operators.ts";

export { reasonProblem } from "./design/accepted-finding.ts";
export { settingProblem } from "./design/access-settings.ts";
export type { SettingForm } from "./design/access-settings.ts";
export { addStatement } from "./design/add-statement.ts";
export { applyChange } from "./design/apply-change.ts";
export type {
  AcceptedPatch,
  AliasPatch,
  AppliedRecipePatch,
  ClaimPatch,
  ClaimPatchOf,
  ConsumerPatch,
  DesignChange,
  DesignPatch,
  KeyPatch,
  KeyPatchOf,
  Patch,
  SettingsPatch,
  StackPatch,
  TestPatch,
} from "./design/change.ts";
export type { ClaimKind, ClaimOfKind } from "./design/claim.ts";
export { expectedAnswers } from "./design/kept-test.ts";
export { consumerKinds } from "./design/consumer-kinds.ts";
export type { ConsumerKind } from "./design/consumer-kinds.ts";
export {
  duplicateKey,
  effectiveKey,
  emptyDesign,
  freeConstructId,
  freeId,
  newKey,
  newReplica,
  newStack,
} from "./design/defaults.ts";
export {
  addReplicaIn,
  differencesOf,
  regionsOf,
  replicasOf,
  settingOfPrimary,
} from "./design/replicas.ts";
export type { IndependentSetting } from "./design/replicas.ts";
export type { EffectiveKey } from "./design/defaults.ts";
export { isDefined, isDisabled, isOwned, isVerbatim } from "./design/design.ts";
export { hasJsonPolicy, isAsWritten } from "./design/as-written.ts";
export { assumeCondition, assumeParameter } from "./design/assume.ts";
export { keptSections, namesIn } from "./design/kept-sections.ts";
export type { KeptMember, KeptSection } from "./design/kept-sections.ts";
export {
  overriddenParts,
  overrideOf,
  withOverride,
  withoutOverrides,
} from "./design/override-parts.ts";
export type { ResourcePart } from "./design/override-parts.ts";
export { writtenAsCdk } from "./design/write-as-cdk.ts";
export {
  isOneText,
  parameterNames,
  usableParameters,
} from "./design/parameters.ts";
export type { UsableParameter } from "./design/parameters.ts";
export { principalElements } from "./design/principal.ts";
export type {
  AcceptedFinding,
  AccessRequestJson,
  AccessSettings,
  AppliedRecipe,
  Assumptions,
  CdkSettings,
  Claim,
  ClaimPrincipal,
  ConditionScalar,
  ConditionValue,
  Conditions,
  Consumer,
  ContextValue,
  DefinedKey,
  Design,
  Effect,
  ExpectedAnswer,
  FoundKey,
  Grant,
  IdentityName,
  ImportedAlias,
  ImportedIdentity,
  ImportedKey,
  Intrinsic,
  KeptTemplate,
  KeptTest,
  Key,
  KeyPolicy,
  LookedUpKey,
  NeverClaim,
  NewIdentity,
  NobodyOutsideClaim,
  OnlyClaim,
  Organization,
  Output,
  OutputValue,
  Overrides,
  OwnedKey,
  Parameter,
  PhysicalName,
  Principal,
  PrincipalElement,
  PrincipalKind,
  ReferredKey,
  RemovalPolicy,
  ReplicaKey,
  SeparateAlias,
  Stack,
  Statement,
  StructuredStatement,
  Tag,
  VerbatimStatement,
} from "./design/design.ts";
export {
  booleanFlags,
  cdkModes,
  referenceFlag,
  referenceStrengths,
} from "./design/feature-flags.ts";
export type {
  BooleanFlag,
  CdkLine,
  CdkMode,
  FeatureFlags,
  FlagValues,
  ReferenceStrength,
} from "./design/feature-flags.ts";
export {
  chooseKeySpec,
  chooseKeyUsage,
  chooseOrigin,
  chooseRotation,
  mendKey,
} from "./design/follow-up.ts";
export type { FollowUp } from "./design/follow-up.ts";
export { invertChange } from "./design/invert-change.ts";
export {
  isL1,
  administratorsOf,
  grantsOf,
  statementsOf,
} from "./design/key-parts.ts";
export { keyProperties } from "./design/key-properties.ts";
export type { KeyKind, KeyOfKind } from "./design/key-properties.ts";
export { moveKey } from "./design/move-key.ts";
export { parameterIdForm } from "./design/parameter-id.ts";
export {
  isDesignText,
  parseDesign,
  parseDesignText,
} from "./design/parse-design.ts";
export { patched } from "./design/patch.ts";
export { monthlyPrice } from "./design/price.ts";
export type { MonthlyPrice } from "./design/price.ts";
export { principalForText, principalText } from "./design/principal-text.ts";
export type { NamedPrincipal } from "./design/principal-text.ts";
export { printDesign } from "./design/print-design.ts";
export {
  principalIsUsed,
  principalsBehind,
  principalsNamedBy,
  principalsOf,
  referencesOf,
  usesOf,
  usesOfKey,
  usesOfStack,
} from "./design/references.ts";
export type { Named, NamedKind, Reference } from "./design/references.ts";
export { removalPolicies } from "./design/removal-policies.ts";
export {
  dependentsOfKey,
  dependentsOfPrincipal,
  dependentsOfStack,
  removeKeyWithDependents,
  removePrincipalWithDependents,
  removeStackWithDependents,
} from "./design/remove-with-dependents.ts";
export type { Dependent } from "./design/remove-with-dependents.ts";
export { parameterUses } from "./design/rename.ts";
export { designJsonSchema, schemaFile } from "./design/schema.ts";

export { fullAliasName } from "./synth/alias-name.ts";
export {
  changedFlags,
  flagsOf,
  flagsOfLine,
  modeOf,
  settingsOfMode,
} from "./synth/flags.ts";
export { landings } from "./synth/grant-landing.ts";
export type { GrantLanding } from "./synth/grant-landing.ts";
export { suppressionsOf } from "./synth/suppressions.ts";
export type { Suppression } from "./synth/suppressions.ts";
export { synthesize } from "./synth/synthesize.ts";
export type { SynthesizedStack, Template } from "./synth/template.ts";
export { printTemplate } from "./synth/template.ts";

export { evaluateRequest } from "./evaluate/evaluate.ts";
export type { Evaluation } from "./evaluate/evaluate.ts";
export type { FilledIn, KeyFacts } from "./evaluate/question.ts";
export { readRequest } from "./evaluate/read-request.ts";
export { layers } from "./evaluate/request.ts";
export type { AccessRequest, KmsGrant, Layer } from "./evaluate/request.ts";
export type { Reason, StatementTrace } from "./evaluate/trace.ts";

export type { AccessFinding, UnknownPart } from "./prove/access.ts";
export type { Answer } from "./prove/answer.ts";
export {
  accessChange,
  principalNames,
  principalOfRow,
} from "./prove/access-changes.ts";
export type { AccessTarget, AccessWish } from "./prove/access-changes.ts";
export { BindingWork } from "./prove/binding.ts";
export { bothSides } from "./prove/both-sides.ts";
export type { BothSides } from "./prove/both-sides.ts";
export type { CellState } from "./prove/cell-state.ts";
export { answerToClaim } from "./prove/claims.ts";
export type { ClaimAnswer, KeyInQuestion } from "./prove/claims.ts";
export { compareAccess } from "./prove/compare.ts";
export { compareDesigns } from "./prove/compare-designs.ts";
export type {
  DesignComparison,
  KeyComparison,
} from "./prove/compare-designs.ts";
export type { AccessChange, AccessComparison } from "./prove/compare.ts";
export { answerOfDecision, runTest, runTests } from "./prove/kept-tests.ts";
export type { ActualAnswer, TestRun } from "./prove/kept-tests.ts";
export type { DeployerCheck, Manageability } from "./prove/manageable.ts";
export { accessMatrix, matrixOf, MatrixWork } from "./prove/matrix.ts";
export type {
  AccessMatrix,
  ActionCell,
  KeyNature,
  MatrixCell,
  MatrixColumn,
  MatrixRow,
} from "./prove/matrix.ts";
export type { RowGroup, RowHead } from "./prove/matrix-rows.ts";
export { replay } from "./prove/replay.ts";
export type { Replay, ReplayedEvent } from "./prove/replay.ts";
export type { StatementStanding } from "./prove/redundant.ts";
export { accessReport } from "./prove/report.ts";
export type { AccessReport } from "./prove/report.ts";
export { keyFactsOf, subjectOf } from "./prove/subject.ts";
export type { Subject, SubjectOptions } from "./prove/subject.ts";

export type {
  CloudTrailReading,
  CloudTrailRequest,
  RecordedRequest,
} from "./evaluate/cloudtrail.ts";
export { readCloudTrail } from "./evaluate/cloudtrail.ts";

export { expandAction } from "./words/capability-words.ts";
export { conditionShort } from "./words/condition-short.ts";
export { conditionTexts, conditionWords } from "./words/condition-words.ts";
export { printSentence } from "./words/sentence.ts";
export type { Sentence, SentencePart } from "./words/sentence.ts";
export { describePolicyStatement } from "./words/statement-words.ts";

export { meaningAt } from "./assist/meaning-at.ts";
export { suggestionsAt } from "./assist/suggestions-at.ts";
export type { Suggestion } from "./assist/suggestions-at.ts";

export { exportDesign } from "./export/export-design.ts";
export type {
  Companion,
  Exported,
  ExportOptions,
  ExportSpan,
  LogicalIdStyle,
  TemplateTexts,
} from "./export/exported.ts";
export { adoptionOf } from "./export/adoption.ts";
export type { Adoption } from "./export/adoption.ts";
export { keyPolicyBytes } from "./export/key-policy-bytes.ts";
export { exportTargets } from "./export/registry.ts";
export type { ExportTarget } from "./export/registry.ts";

export { importFiles, importText, sourceTitle } from "./import/import-text.ts";
export type { Imported, KeptPart, TextFile } from "./import/import-text.ts";
export { bringUnderManagement } from "./import/bring-under-management.ts";
export { frozen } from "./import/frozen.ts";
export { templateTexts } from "./import/template-texts.ts";
export { changeOfKeyPolicyText } from "./import/edit/key-policy-edit.ts";
export type { EditedPolicyText } from "./import/edit/key-policy-edit.ts";
export { changeOfTemplateText } from "./import/edit/template-edit.ts";
export type { EditedTemplateText } from "./import/edit/template-edit.ts";
export type { TextEdit } from "./import/edit/design-change.ts";
export { importSources } from "./import/registry.ts";
export type { ImportSource } from "./import/registry.ts";

export { moveToV2 } from "./update/move-to-v2.ts";
export type { FlagStep, MoveToV2 } from "./update/move-to-v2.ts";
export { compareTemplates } from "./update/compare-templates.ts";
export { migrationPlan } from "./update/migration-plan.ts";
export type { Stage } from "./update/migration-plan.ts";
export { storedPolicy } from "./update/stored-policy.ts";
export { impacts, isBreaking } from "./update/update.ts";
export type {
  Impact,
  StackTemplate,
  TemplateLike,
  Update,
  UpdateTarget,
} from "./update/update.ts";

export {
  answerProblems,
  exampleAnswers,
  firstAnswers,
} from "./recipes/answers.ts";
export {
  addRecipe,
  isAsRecipeWrites,
  recipeNamed,
  removeRecipe,
  updateRecipe,
} from "./recipes/apply-recipe.ts";
export type { RecipeRequest } from "./recipes/apply-recipe.ts";
export { filled } from "./recipes/fill.ts";
export type { Answers } from "./recipes/fill.ts";
export {
  answerForms,
  recipeCategories,
  recipeSides,
  recipeStatuses,
} from "./recipes/recipe.ts";
export type {
  Recipe,
  RecipeCall,
  RecipeCategory,
  RecipeElsewhere,
  RecipeQuestion,
  RecipeSide,
  RecipeStatus,
} from "./recipes/recipe.ts";
export { recipeStatements } from "./recipes/recipe-statements.ts";
export { recipes } from "./recipes/registry.ts";
export { answersToCalls } from "./prove/service-calls.ts";
export type { CallAnswer } from "./prove/service-calls.ts";

export { answersToClaims, checkAccess } from "./check/check-access.ts";
export type { AccessOptions } from "./check/check-access.ts";
export { accepts, placeOfFinding } from "./check/accepted.ts";
export { checkAll, checkParts } from "./check/check-all.ts";
export {
  checkDesign,
  eachOnce,
  problemsOfChange,
} from "./check/check-design.ts";
export { fixAll } from "./check/fix-all.ts";
export { rules } from "./check/registry.ts";
export type { RuleName } from "./check/registry.ts";
export { mergedEntries } from "./synth/merged-entries.ts";
export type { MergedEntry } from "./synth/merged-entries.ts";
export {
  isInKeyPolicy,
  policyEntries,
  sentenceOf,
} from "./synth/policy-entries.ts";
export type { PolicyEntry } from "./synth/policy-entries.ts";
export { sarifOf } from "./check/sarif.ts";
export type { SarifEdit, SarifPlace } from "./check/sarif.ts";
export { families, fixesOf } from "./check/rule.ts";
export type { Family, Finding, Fix, Rule, Standing } from "./check/rule.ts";

export { samples } from "./samples/registry.ts";
export type { SampleName } from "./samples/registry.ts";
export type { Sample, SampleStep } from "./samples/sample.ts";

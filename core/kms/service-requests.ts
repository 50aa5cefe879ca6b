import type { SourceRef } from "./sources.ts";

/** What a row of `keysOfPrincipals` says. */
interface PrincipalKeyRow {
  /** What says the same of the resource that a service acts for. */
  readonly instead?: string;
  readonly source: SourceRef;
}

/**
 * Condition keys that are about a principal of an account, by their names in lower case: the request that a service
 * makes for itself carries none of them.
 */
export const keysOfPrincipals: Readonly<Record<string, PrincipalKeyRow>> = {
  "kms:viaservice": { source: "kmsGuideConditions" },
  "kms:calleraccount": {
    instead: "aws:SourceAccount",
    source: "kmsGuideConditions",
  },
  "aws:principalorgid": { instead: "aws:SourceOrgID", source: "iamGuide2023" },
  "aws:principalorgpaths": {
    instead: "aws:SourceOrgPaths",
    source: "iamGuide2023",
  },
  "aws:calledvia": { source: "iamGuide2023" },
  "aws:calledviafirst": { source: "iamGuide2023" },
  "aws:calledvialast": { source: "iamGuide2023" },
  "aws:username": { source: "iamGuide2023" },
  "aws:federatedprovider": { source: "iamGuide2023" },
  "aws:multifactorauthpresent": { source: "iamGuide2023" },
  "aws:multifactorauthage": { source: "iamGuide2023" },
};

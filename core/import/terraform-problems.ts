import type { Problem } from "../problem/problem.ts";
import { importProblem } from "./import-problem.ts";

/** A key is in a custom key store. Source: CloudFormation documentation of `AWS::KMS::Key`, which has none. */
export function customKeyStore(address: string): Problem {
  return importProblem("custom-key-store", {
    severity: "warning",
    message: `\`${address}\` is in a custom key store, which CloudFormation cannot create keys in`,
    help: "keep managing this key with Terraform",
  });
}

/** A replica stands alone. */
export function noPrimary(address: string): Problem {
  return importProblem("replica", {
    severity: "warning",
    message: `the primary key of \`${address}\` is not in this file, and the replica was left out`,
    help: "open a plan or a state that has both",
  });
}

/** A plan does not know a policy yet. */
export function unknownPolicy(address: string): Problem {
  return importProblem("unknown-policy", {
    severity: "warning",
    message: `the policy of \`${address}\` is known only after it is applied, so the default one stands in its place`,
    help: "open the state, which has it",
  });
}

/** A policy is something else. */
export function unreadPolicy(address: string): Problem {
  return importProblem("unread-policy", {
    message: `the policy of \`${address}\` is no key policy`,
    help: "check the argument `policy`",
  });
}

/** A plan does not know the name of an alias yet. */
export function unknownAlias(address: string): Problem {
  return importProblem("unknown-alias", {
    severity: "warning",
    message: `the name of \`${address}\` is known only after it is applied, and the alias was left out`,
    help: "open the state, which has it",
  });
}

/** A resource of KMS has no place in a design. */
export function leftOut(address: string): Problem {
  return importProblem("left-out", {
    severity: "warning",
    message: `\`${address}\` has no place in a design and was left out`,
    help: "keep managing it with Terraform",
  });
}

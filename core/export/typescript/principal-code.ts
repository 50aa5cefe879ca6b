import type { Principal } from "../../design/design.ts";
import type { Doc } from "../code/doc.ts";
import { call, textLiteral } from "./expressions.ts";

/** The construct of the CDK's IAM library for a principal. */
export function principalCode(principal: Principal): Doc {
  switch (principal.kind) {
    case "arn":
      return create("ArnPrincipal", principal.arn);
    case "account":
      return create("AccountPrincipal", principal.account);
    case "account-root":
      return create("AccountRootPrincipal");
    case "service":
      return create("ServicePrincipal", principal.service);
    case "any":
      return create("AnyPrincipal");
    case "star":
      return create("StarPrincipal");
  }
}

function create(type: string, argument?: string): Doc {
  const args = argument === undefined ? [] : [textLiteral(argument)];
  return call(`new iam.${type}`, args);
}

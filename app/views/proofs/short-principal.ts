import { proofsText } from "../../text/proofs.ts";

/** A principal without what all ARNs begin with; its account stays where it says something. */
export function shortPrincipal(text: string): string {
  const found = /^arn:[^:]+:(?:iam|sts)::(\d{12}):(.+)$/.exec(text);
  const [, account = "", resource = ""] = found ?? [];
  if (found === null) return text;
  return resource === "root"
    ? proofsText.account(account)
    : `${resource} (${account})`;
}

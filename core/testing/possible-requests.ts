import type { NaiveRequest } from "./naive/naive-request.ts";

const ofAwsCallers =
  /^aws:(?:Principal(?:OrgID|OrgPaths|Tag\/.*)|userid|username)$/i;
const ofServices = /^aws:Source(?:Arn|Account|OrgID|OrgPaths)$/i;

/** AWS sends such requests: a service carries no organisation and no tags, and nobody else a source. */
export function isPossible({ principal, context = {} }: NaiveRequest): boolean {
  const foreign = principal.startsWith("arn:") ? ofServices : ofAwsCallers;
  return !Object.keys(context).some((name) => foreign.test(name));
}

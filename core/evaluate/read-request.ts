import * as z from "zod/mini";
import { problemsOfIssues } from "../design/schema-problems.ts";
import type { Result } from "../problem/problem.ts";
import { failedWith, ok } from "../problem/problem.ts";
import type { Json } from "../problem/json.ts";
import type { AccessRequest } from "./request.ts";

const text = z.string().check(z.minLength(1));
const policy = z.record(z.string(), z.json());
const pairs = z.record(z.string(), z.string());

const request = z.strictObject({
  principal: text,
  principalArn: z.exactOptional(text),
  action: text,
  resource: z.exactOptional(text),
  resourceAccount: z.exactOptional(text),
  context: z.exactOptional(
    z.record(
      z.string(),
      z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
    ),
  ),
  identityPolicies: z.exactOptional(z.array(policy)),
  permissionsBoundary: z.exactOptional(policy),
  sessionPolicies: z.exactOptional(z.array(policy)),
  serviceControlPolicies: z.exactOptional(
    z.array(z.union([policy, z.array(policy)])),
  ),
  resourceControlPolicies: z.exactOptional(z.array(policy)),
  endpointPolicy: z.exactOptional(policy),
  grants: z.exactOptional(
    z.array(
      z.object({
        GrantId: z.exactOptional(text),
        GranteePrincipal: text,
        Operations: z.array(text),
        Constraints: z.exactOptional(
          z.object({
            EncryptionContextSubset: z.exactOptional(pairs),
            EncryptionContextEquals: z.exactOptional(pairs),
          }),
        ),
      }),
    ),
  ),
});

/** A request as a file or a design has it, or all that is wrong with it. */
export function readRequest(json: Json): Result<AccessRequest> {
  const read = request.safeParse(json);
  return read.success
    ? ok(read.data)
    : failedWith(problemsOfIssues(read.error.issues, json, "request"));
}

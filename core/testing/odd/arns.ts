import type { ImportedIdentity } from "../../design/design.ts";
import {
  decrypt,
  home,
  key,
  lambda,
  odd,
  oldIdentity,
  oldKey,
  role,
  show,
} from "./parts.ts";
import type { OddDesign } from "./parts.ts";

/** A key that exists under this ARN; its ARN and its id are shown and granted. */
function keyAt(arn: string): OddDesign {
  return odd({
    stacks: [
      {
        ...home,
        outputs: [
          show("Id", { key: "Old", attribute: "id" }),
          show("Arn", { key: "Old", attribute: "arn" }),
        ],
      },
    ],
    principals: [lambda, role()],
    keys: [oldKey(arn, [decrypt("Role")])],
  });
}

/** A grant to somebody who exists under this ARN. */
function identityAt(
  kind: ImportedIdentity["kind"],
  arn: string,
  id = "Old",
): OddDesign {
  return odd({
    principals: [oldIdentity(kind, arn, id)],
    keys: [key({ grants: [decrypt(id)] })],
  });
}

const kms = "arn:aws:kms:us-east-1:111122223333";
const iam = "arn:aws:iam::111122223333";

/** ARNs that the CDK splits in ways of its own. */
export const arns: Readonly<Record<string, OddDesign>> = {
  "a key ARN with a slash before its resource": keyAt(`${kms}:/key/x`),
  "a key ARN with two slashes and no type": keyAt(`${kms}://x`),
  "a key ARN with a name after a slash and a colon": keyAt(`${kms}:key/a:b`),
  "a key ARN whose account is a parameter": keyAt(
    "arn:aws:kms:us-east-1:${Par}:key/x",
  ),
  "a key ARN of pseudo parameters": keyAt(
    "arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/x",
  ),
  "a key ARN that is a pseudo parameter": keyAt("${AWS::StackId}"),
  "a key ARN with a slash and no name": keyAt(`${kms}:/key`),
  "a key ARN without a type": keyAt(`${kms}::x`),
  "a key ARN without a service": keyAt("arn:aws::us-east-1:111122223333:key/x"),
  "a user whose ARN is a parameter": identityAt("imported-user", "${Par}"),
  "a user whose ARN is a role's": identityAt(
    "imported-user",
    `${iam}:role/path/name`,
  ),
  "a user whose type is a parameter": identityAt(
    "imported-user",
    `${iam}:\${Par}/name`,
  ),
  "a user with a path": identityAt("imported-user", `${iam}:user/path/name`),
  "a group with a path": identityAt("imported-group", `${iam}:group/path/name`),
  "a role without a name": identityAt("imported-role", `${iam}:role`),
  "a role in an account that is a parameter": identityAt(
    "imported-role",
    "arn:aws:iam::${Par}:role/path/name",
  ),
  "a role that exists with a long id": identityAt(
    "imported-role",
    `${iam}:role/name`,
    "Long".repeat(35),
  ),
};

import type { ImportedIdentity, NewIdentity } from "../design/design.ts";
import type { Json } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly } from "./assembly.ts";
import { granteeOf } from "./grantee.ts";
import type { Grantee, Surroundings } from "./grantee.ts";
import { iamTypes, importedIdentity, ownedIdentity } from "./identity.ts";
import type { Identity } from "./identity.ts";
import { PolicyDocument } from "./policy-document.ts";
import { policyStatement } from "./policy-statement.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { defined, isEmpty, wholeFrom } from "./template.ts";
import { resolveText } from "./resolve-text.ts";

/** Puts a user, role or group into its stack. Undefined where what it is imported by has no name in it. */
export function buildIdentity(
  identity: NewIdentity | ImportedIdentity,
  path: Path,
  around: Surroundings,
): Identity | undefined {
  const { assembly } = around;
  switch (identity.kind) {
    case "imported-role":
    case "imported-user":
    case "imported-group":
      return importedIdentity(assembly, identity, path);
    case "new-role":
      return buildNew(
        assembly,
        { identity, path },
        trustStatements(granteeOf(identity.assumedBy, around), path),
      );
    case "new-user":
    case "new-group":
      return buildNew(assembly, { identity, path }, []);
  }
}

/** Who may assume a role: a statement for each member of a composite. */
function trustStatements(
  { principal, assumeRoleAction, members }: Grantee,
  path: Path,
): readonly PolicyStatement[] {
  if (members !== undefined)
    return members.flatMap((member) => trustStatements(member, path));
  return [
    policyStatement({
      actions: [assumeRoleAction],
      principals: [principal],
      origins: [[...path, "assumedBy"]],
    }),
  ];
}

function buildNew(
  assembly: Assembly,
  { identity, path }: { readonly identity: NewIdentity; readonly path: Path },
  trust: readonly PolicyStatement[],
): Identity {
  const owned = ownedIdentity(assembly, identity, path);
  const minimize = assembly.flags["@aws-cdk/aws-iam:minimizePolicies"];
  const { type, nameProperty } = iamTypes[owned.kind];
  const document = new PolicyDocument(trust, {
    handling: minimize ? "minimized" : "distinct",
  });
  owned.scope.element = {
    section: "Resources",
    logicalId: owned.logicalId,
    eachText: (show) => {
      document.eachText(show);
      show(owned.name.written ?? "");
    },
    render: (resolve) => {
      const { written } = owned.name;
      const properties = defined({
        AssumeRolePolicyDocument: document.render(resolve).document,
        [nameProperty]:
          written === undefined ? undefined : resolveText(written, resolve),
      });
      return {
        json: {
          Type: type,
          ...(!isEmpty(properties) && { Properties: properties }),
        } satisfies Record<string, Json>,
        origins: wholeFrom(path),
      };
    },
  };
  return owned;
}

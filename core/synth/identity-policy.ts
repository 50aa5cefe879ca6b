import type { Assembly, StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import { PolicyDocument } from "./policy-document.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { resolveText } from "./resolve-text.ts";

/** Where an identity policy stands and whom it is attached to. */
interface Attachment {
  /** The construct of the user, role or group. */
  readonly scope: Scope;
  /** The id of the policy below it. */
  readonly id: string;
  /** @default its logical ID */
  readonly policyName?: string;
  /** The property that lists who it is attached to. */
  readonly list: "Groups" | "Roles" | "Users";
  /** The name of the user, role or group, or the mark of it. */
  readonly member: string;
}

/** Source: aws-cdk-lib 2.276.0, aws-iam/lib/private/util. */
export const longestPolicyName = 128;

/** The inline policy of a user, role or group, which is written once a statement was added. */
export class IdentityPolicy {
  readonly #assembly: Assembly;
  readonly #home: StackNode;
  readonly #attachment: Attachment;
  readonly #statements: PolicyStatement[] = [];

  constructor(assembly: Assembly, home: StackNode, attachment: Attachment) {
    this.#assembly = assembly;
    this.#home = home;
    this.#attachment = attachment;
  }

  add(statement: PolicyStatement): void {
    this.#statements.push(statement);
    if (this.#statements.length === 1) this.#create();
  }

  #create(): void {
    const { scope, id, list, member } = this.#attachment;
    const resource = scope.child(id).child("Resource");
    const logicalId = this.#home.logicalId(resource.path);
    const name =
      this.#attachment.policyName ?? logicalId.slice(-longestPolicyName);
    const { isV1 } = this.#assembly;
    const minimize = this.#assembly.flags["@aws-cdk/aws-iam:minimizePolicies"];
    const document = new PolicyDocument(this.#statements, {
      handling: minimize ? "minimized" : "distinct",
    });
    resource.element = {
      section: "Resources",
      logicalId,
      values: () => [document.values(), member],
      render: (resolve) => {
        const policy = document.render(resolve);
        const members = [resolveText(member, resolve)];
        return {
          json: {
            Type: "AWS::IAM::Policy",
            Properties: {
              // v1 writes what a policy must have first, v2 all by name.
              ...(list === "Groups" && !isV1 && { Groups: members }),
              PolicyDocument: policy.document ?? {},
              PolicyName: name,
              ...((list !== "Groups" || isV1) && { [list]: members }),
            },
          },
          origins: {
            resource: scope.origin,
            parts: {},
            policy: "PolicyDocument",
            statements: policy.origins,
          },
        };
      },
    };
  }
}

import type { Json, JsonObject } from "../problem/json.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import { constructId } from "./logical-id.ts";
import { PolicyDocument } from "./policy-document.ts";
import type { PolicyStatement } from "./policy-statement.ts";
import { resolveText } from "./resolve-text.ts";
import { splitStatements } from "./split-statements.ts";
import type { Merging } from "./split-statements.ts";

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

  /** Moves into managed policies what is too long for an inline one, as the CDK does for roles that it creates. */
  split(): void {
    const [inline = [], ...managed] = splitStatements(
      this.#statements,
      this.#merging(),
    );
    this.#statements.splice(0, this.#statements.length, ...inline);
    for (const [index, statements] of managed.entries())
      this.#createManaged(index + 1, statements);
  }

  #merging(): Merging {
    if (this.#minimize) return "combinable";
    return this.#assembly.isV1 ? "none" : "equal";
  }

  get #minimize(): boolean {
    return this.#assembly.flags["@aws-cdk/aws-iam:minimizePolicies"];
  }

  #create(): void {
    const { id, list, policyName } = this.#attachment;
    const { isV1 } = this.#assembly;
    this.#write(id, this.#statements, ({ logicalId, document, members }) => ({
      Type: "AWS::IAM::Policy",
      Properties: {
        // v1 writes what a policy must have first, v2 all by name.
        ...(list === "Groups" && !isV1 && { Groups: members }),
        PolicyDocument: document,
        PolicyName: policyName ?? logicalId.slice(-longestPolicyName),
        ...((list !== "Groups" || isV1) && { [list]: members }),
      },
    }));
  }

  #createManaged(number: number, statements: readonly PolicyStatement[]): void {
    const { scope, list } = this.#attachment;
    const { isV1 } = this.#assembly;
    const path = [constructId(this.#home.stack.id), ...scope.path].join("/");
    const id = `OverflowPolicy${number}`;
    this.#write(id, statements, ({ document, members }) => ({
      Type: "AWS::IAM::ManagedPolicy",
      Properties: {
        ...(isV1 && { PolicyDocument: document }),
        Description: `Part of the policies for ${path}`,
        Path: "/",
        ...(!isV1 && { PolicyDocument: document }),
        [list]: members,
      },
    }));
  }

  #write(
    id: string,
    statements: readonly PolicyStatement[],
    json: (parts: WrittenParts) => JsonObject,
  ): void {
    const { scope, member } = this.#attachment;
    const resource = scope.child(id).child("Resource");
    const logicalId = this.#home.logicalId(resource.path);
    const document = new PolicyDocument(statements, {
      handling: this.#minimize ? "minimized" : "distinct",
    });
    resource.element = {
      section: "Resources",
      logicalId,
      eachText: (show) => {
        document.eachText(show);
        show(member);
      },
      render: (resolve) => {
        const policy = document.render(resolve);
        return {
          json: json({
            logicalId,
            document: policy.document ?? {},
            members: [resolveText(member, resolve)],
          }),
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

/** What the resource of a policy is made of. */
interface WrittenParts {
  readonly logicalId: string;
  readonly document: JsonObject;
  /** Who it is attached to. */
  readonly members: readonly Json[];
}

import type { Key } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import type { PolicyStatement } from "./policy-statement.ts";

/** A key while its stack is put together, as grants, aliases and outputs see it. */
export interface KeyNode {
  readonly key: Key;
  readonly path: Path;
  readonly home: StackNode;
  readonly scope: Scope;
  /** The ARN, with marks. Many keys are never asked for it, and a mark is made when it is. */
  arn(): string;
  /** The key id, with marks; the name for an imported alias. */
  id(): string;
  /** The account and Region of the key itself, which for an imported one its ARN says. */
  readonly account: string;
  readonly region: string;
  /** The statements of its policy; undefined where the policy cannot be reached. */
  readonly statements: PolicyStatement[] | undefined;
  /** IAM policies of the account are enough to use the key. */
  readonly trustsAccount: boolean;
  /** The names of the aliases that were added to it, with marks for their resources. */
  readonly aliases: AliasNode[];
}

/** An alias while its stack is put together. */
export interface AliasNode {
  readonly home: StackNode;
  /** The name as outputs show it, with marks. */
  name(): string;
  /** The name is known only when the stack is deployed, so that no other account or Region can have it. */
  readonly isNamedLater?: boolean;
}

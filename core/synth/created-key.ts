import type { OwnedKey } from "../design/design.ts";
import type { Path } from "../problem/problem.ts";
import type { Assembly, StackNode } from "./assembly.ts";
import type { Scope } from "./construct-tree.ts";
import type { Place } from "./default-statements.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import type { PolicyStatement } from "./policy-statement.ts";

/** A key that a stack creates. */
export class CreatedKey implements KeyNode {
  readonly key: OwnedKey;
  readonly path: Path;
  readonly home: StackNode;
  readonly scope: Scope;
  readonly statements: PolicyStatement[];
  readonly trustsAccount: boolean;
  readonly aliases: AliasNode[] = [];
  readonly #assembly: Assembly;
  readonly #logicalId: string;

  constructor(
    { path, around: { assembly, home } }: Place,
    parts: CreatedParts,
  ) {
    this.key = parts.key;
    this.path = path;
    this.home = home;
    this.scope = parts.scope;
    this.statements = parts.statements;
    this.trustsAccount = parts.trustsAccount;
    this.#assembly = assembly;
    this.#logicalId = parts.logicalId;
  }

  get account(): string {
    return this.home.account;
  }

  get region(): string {
    return this.home.region;
  }

  arn(): string {
    return this.#attribute("Arn");
  }

  id(): string {
    return this.#attribute("Ref");
  }

  #attribute(attribute: string): string {
    return this.#assembly.mark({
      home: this.home,
      construct: this.key.id,
      logicalId: this.#logicalId,
      attribute,
    });
  }
}

interface CreatedParts {
  readonly key: OwnedKey;
  readonly scope: Scope;
  readonly logicalId: string;
  readonly statements: PolicyStatement[];
  readonly trustsAccount: boolean;
}

import type {
  Design,
  Key,
  OwnedKey,
  Principal,
  Stack,
} from "../../design/design.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import { hasJsonPolicy } from "../../design/as-written.ts";
import { isL1 } from "../../design/key-parts.ts";
import type { Json } from "../../problem/json.ts";
import type { Path } from "../../problem/problem.ts";
import { memberPrincipals } from "../../synth/stacks-of.ts";
import { addDefinedKey } from "./defined-key-code.ts";
import type { Expression, Variable } from "./expression.ts";
import { call, marked, variable } from "./expressions.ts";
import { addIdentity } from "./identity-code.ts";
import { addL1Key } from "./l1-key-code.ts";
import { l1Reason } from "./l1-reason.ts";
import type { Lookup } from "./lookup.ts";
import type { Place } from "./place.ts";
import { principalCode } from "./principal-code.ts";
import type { PrincipalUses } from "./principal-uses.ts";
import type { Block, Statement } from "./program.ts";
import { addReferredKey } from "./referred-key-code.ts";
import { addReplica, addL1AsKey } from "./replica-code.ts";
import { jsonCode, textCode } from "./text.ts";
import type { ParameterOf } from "./text.ts";
import { isIdentity } from "./variables.ts";
import type { IdentityPrincipal, Variables } from "./variables.ts";

/** What is known of the whole program while one of its classes is written. */
export interface Whole {
  readonly design: Design;
  readonly lookup: Lookup;
  readonly variables: Variables;
  readonly uses: PrincipalUses;
  /** The keys whose first alias an output names. */
  readonly keysWithNamedAlias: ReadonlySet<string>;
  /** The program is part of a project, which has files beside it. */
  readonly project: boolean;
}

/**
 * The body of a stack's constructor while it is written.
 * What a statement needs and the class has not made yet is made before it.
 */
export class StackBody implements Place {
  readonly design: Design;
  readonly line: CdkLine;
  readonly stack: Stack;
  readonly variables: Variables;
  readonly #whole: Whole;
  readonly #made = new Set<Variable>();
  readonly #blocks: Statement[][] = [[]];

  constructor(whole: Whole, stack: Stack) {
    this.design = whole.design;
    this.line = whole.design.cdk.line;
    this.stack = stack;
    this.variables = whole.variables;
    this.#whole = whole;
  }

  /** The statements so far, in groups that belong together. */
  get blocks(): readonly Block[] {
    return this.#blocks.filter(({ length }) => length > 0);
  }

  /** What follows belongs together. */
  startBlock(): void {
    this.#blocks.push([]);
  }

  readonly hold: Place["hold"] = (held, value, from) => {
    this.#made.add(held);
    this.#add({ kind: "declare", variable: held, value, from });
  };

  readonly holdIfUsed: Place["hold"] = (held, value, from) => {
    this.#made.add(held);
    this.#add({ kind: "declare", variable: held, value, from, ifUsed: true });
  };

  readonly do: Place["do"] = (value, from) => {
    this.#add({ kind: "do", value, from });
  };

  readonly say: Place["say"] = (text) => {
    this.#add({ kind: "comment", text, from: [] });
  };

  readonly assign: Place["assign"] = ({ target, name }, value, from) => {
    this.#add({ kind: "assign", target, name, value, from });
  };

  #add(statement: Statement): void {
    this.#blocks.at(-1)?.push(statement);
  }

  readonly text = (text: string): Expression =>
    textCode(text, this.#parameterOf);

  readonly json = (value: Json): Expression =>
    jsonCode(value, this.#parameterOf);

  readonly #parameterOf: ParameterOf = (id) => {
    const found = this.#whole.lookup.parameter(id);
    return found && this.variables.parameter(found.parameter, found.stack);
  };

  readonly isAliasNamed = (key: string): boolean =>
    this.#whole.keysWithNamedAlias.has(key);

  readonly key = (id: string): Expression => {
    const { part: key, path } = this.#whole.lookup.key(id);
    this.makeKey(key, path);
    return variable(this.variables.key(key));
  };

  readonly keyInterface = (id: string): Expression => {
    const { part: key } = this.#whole.lookup.key(id);
    if (key.kind !== "replica" && !hasJsonPolicy(this.design, key))
      return this.key(id);
    const stand = this.variables.l1AsKey(key, this.stack.id);
    if (!this.#made.has(stand)) addL1AsKey(key, this);
    return variable(stand);
  };

  /** Creates a key of this stack, unless that was done already. */
  makeKey(key: Key, path: Path): void {
    if (!this.#mustMake(this.variables.key(key))) return;
    switch (key.kind) {
      case "defined":
        if (isL1(key)) this.#sayReason(key);
        if (isL1(key)) addL1Key(key, path, this);
        else addDefinedKey(key, path, this);
        return;
      case "replica":
        this.#sayReason(key);
        addReplica(key, path, this);
        return;
      default:
        addReferredKey(key, path, this);
    }
  }

  #sayReason(key: OwnedKey): void {
    const reason = l1Reason(this.stack, key);
    if (reason !== undefined) this.say(reason);
  }

  /** Creates an identity of this stack, unless that was done already. */
  makeIdentity(identity: IdentityPrincipal, path: Path): void {
    if (this.#mustMake(this.variables.identity(identity)))
      addIdentity(identity, path, this);
  }

  /** It is this stack's to make, and nobody has begun to; from now on somebody has. */
  #mustMake(wanted: Variable): boolean {
    if (wanted.stack !== this.stack.id || this.#made.has(wanted)) return false;
    this.#made.add(wanted);
    return true;
  }

  readonly principal = (id: string, namedBy: Path): Expression => {
    const { part: principal, path } = this.#whole.lookup.principal(id);
    return marked([namedBy, path], this.#principalValue(principal, path));
  };

  #principalValue(principal: Principal, path: Path): Expression {
    if (isIdentity(principal)) return this.#identityValue(principal, path);
    const { uses } = this.#whole;
    const maker = uses.makerOf(principal.id, this.stack.id);
    if (maker !== this.stack.id)
      return variable(this.variables.principal(principal, maker));
    if (!uses.isHeld(principal.id, maker))
      return principalCode(principal, path, this);
    return variable(this.#makePrincipal(principal, path));
  }

  /** A role that grants are to leave alone gives itself out as one that takes no policies. */
  #identityValue(identity: IdentityPrincipal, path: Path): Expression {
    this.makeIdentity(identity, path);
    const value = variable(this.variables.identity(identity));
    return identity.kind === "new-role" && identity.mutable === false
      ? call(value, "withoutPolicyUpdates")
      : value;
  }

  #makePrincipal(
    principal: Exclude<Principal, IdentityPrincipal>,
    path: Path,
  ): Variable {
    const held = this.variables.principal(principal, this.stack.id);
    if (this.#mustMake(held))
      this.hold(held, principalCode(principal, path, this), [path]);
    return held;
  }

  /** Makes the principals that are held in variables and need no construct of this stack. */
  makeFreePrincipals(): void {
    const { uses } = this.#whole;
    for (const [index, principal] of this.design.principals.entries())
      if (
        !isIdentity(principal) &&
        uses.isHeld(principal.id, this.stack.id) &&
        uses.makerOf(principal.id, this.stack.id) === this.stack.id &&
        this.#isFree(principal)
      )
        this.#makePrincipal(principal, ["principals", index]);
  }

  #isFree(principal: Principal): boolean {
    return isIdentity(principal)
      ? principal.stack !== this.stack.id
      : memberPrincipals(principal).every((id) =>
          this.#isFree(this.#whole.lookup.principal(id).part),
        );
  }
}

import type { Design, Principal } from "../design/design.ts";
import { indexOfId, memberWithId } from "../design/members.ts";
import type { Problem } from "../problem/problem.ts";
import { applyGrant, actionsOfGrant } from "./apply-grant.ts";
import { Assembly, emptyStack } from "./assembly.ts";
import type { LogicalIds, StackNode } from "./assembly.ts";
import { buildConsumer } from "./build-consumer.ts";
import { buildIdentity } from "./build-identity.ts";
import { addKeyAlias, buildAlias } from "./build-alias.ts";
import { buildKey } from "./build-key.ts";
import { buildOutput, buildParameter } from "./build-output.ts";
import { linkStacks } from "./cross-stack.ts";
import { cdkIds } from "./logical-id.ts";
import type { GrantLanding } from "./grant-landing.ts";
import { isInBothPolicies } from "../design/key-parts.ts";
import { granteeOf } from "./grantee.ts";
import type { Surroundings } from "./grantee.ts";
import type { Identity } from "./identity.ts";
import type { AliasNode, KeyNode } from "./key-node.ts";
import { ownStatement } from "./own-statement.ts";
import { planOf } from "./plan.ts";
import type { KeyStep, Operation, Plan } from "./plan.ts";
import { refusal } from "./refusal.ts";
import { addStackDependency } from "./stack-dependencies.ts";

/** A design put together as the CDK would. */
export interface Built {
  readonly assembly: Assembly;
  readonly plan: Plan;
  /** The keys by id. */
  readonly keys: ReadonlyMap<string, KeyNode>;
  /** Where each grant was put, by the path of the grant or the administrator. */
  readonly landings: ReadonlyMap<string, GrantLanding>;
  /** What the CDK refuses about the design as a whole. */
  readonly problems: readonly Problem[];
}

/** Runs the program that builds a design, in its order. */
export function buildAssembly(
  design: Design,
  logicalIds: () => LogicalIds,
): Built {
  const plan = planOf(design);
  const builder = new Builder(design, plan, logicalIds);
  for (const { stack, dependencies, operations } of plan.stacks) {
    builder.depend(stack.id, dependencies);
    for (const operation of operations) builder.run(operation, stack.id);
  }
  builder.finish();
  linkStacks(builder.assembly);
  return {
    assembly: builder.assembly,
    plan,
    keys: builder.keys,
    landings: builder.assembly.landings,
    problems: [...cycleProblems(plan), ...builder.assembly.problems],
  };
}

function cycleProblems({ cycle }: Plan): readonly Problem[] {
  if (cycle === undefined) return [];
  const [first] = cycle;
  const way = [...cycle.map(({ stack }) => stack), first?.stack].join(" → ");
  return [
    refusal("stack/order", first?.because ?? ["stacks"], {
      message: `no stack can be created first: ${way}`,
      help: "give the permission after the key is created (a grant), or move one of the parts into the other's stack",
      steps: cycle.map(({ stack, on, because }) => ({
        text: `\`${stack}\` needs \`${on}\` first`,
        path: because,
      })),
    }),
  ];
}

class Builder {
  readonly design: Design;
  readonly assembly: Assembly;
  readonly keys = new Map<string, KeyNode>();
  readonly #identities = new Map<string, Identity | undefined>();
  readonly #aliases = new Map<string, AliasNode>();
  readonly #surroundings = new Map<StackNode, Surroundings>();

  constructor(design: Design, plan: Plan, logicalIds: () => LogicalIds) {
    this.design = design;
    this.assembly = new Assembly(
      design,
      plan.stacks.map(({ stack, path }) =>
        // The logical IDs of a template that was imported are kept.
        emptyStack(
          stack,
          path,
          stack.template === undefined ? logicalIds() : cdkIds,
        ),
      ),
    );
  }

  depend(id: string, on: readonly string[]): void {
    const from = this.assembly.stack(id);
    for (const [index, other] of on.entries()) {
      const to = this.assembly.stack(other);
      from.explicit.add(to);
      addStackDependency(this.assembly, {
        from,
        to,
        because: {
          text: `\`${id}\` is deployed after \`${other}\``,
          path: [...from.path, "dependencies", index],
        },
      });
    }
  }

  run(operation: Operation, stack: string): void {
    const home = this.assembly.stack(stack);
    switch (operation.kind) {
      case "parameter":
        buildParameter(operation.parameter, operation.path, home);
        return;
      case "identity":
        this.identityOf(operation.identity.id);
        return;
      case "key":
        this.keyOf(operation.key.id);
        return;
      case "alias":
        this.#aliases.set(
          operation.alias.id,
          buildAlias(this.assembly, operation, this.keyOf(operation.alias.key)),
        );
        return;
      case "consumer":
        buildConsumer(
          operation,
          this.keyOf(operation.consumer.key),
          this.around(home),
        );
        return;
      case "output":
        buildOutput(operation, home, {
          assembly: this.assembly,
          keyOf: (id) => this.keyOf(id),
          aliasOf: (id) => this.#aliases.get(id),
        });
        return;
      default:
        this.#step(operation);
    }
  }

  finish(): void {
    for (const identity of this.#identities.values()) identity?.finish?.();
  }

  #step(step: KeyStep): void {
    const { key, index, path } = step;
    const node = this.keyOf(key.id);
    const around = this.around(node.home);
    if (step.kind === "key-alias") {
      addKeyAlias(this.assembly, this.#aliased(node), {
        name: key.aliases[index] ?? "",
        path,
      });
      return;
    }
    if (step.kind === "statement") {
      const statement =
        key.kind === "defined" ? key.policy.statements[index] : undefined;
      if (statement !== undefined)
        node.statements?.push(ownStatement(statement, path, around));
      return;
    }
    const grant = "grants" in key ? key.grants?.[index] : undefined;
    if (grant === undefined) return;
    applyGrant({
      actions: actionsOfGrant(grant),
      inBothPolicies: isInBothPolicies(key, grant),
      node: this.#aliased(node),
      grantee: granteeOf(grant.principal, around),
      path,
      around,
    });
  }

  /** The key behind an imported alias, which takes what is done to the alias. */
  #aliased(node: KeyNode): KeyNode {
    const { key } = node;
    return key.kind === "imported-alias" && key.target !== undefined
      ? this.#aliased(this.keyOf(key.target))
      : node;
  }

  around(home: StackNode): Surroundings {
    const known = this.#surroundings.get(home) ?? {
      assembly: this.assembly,
      home,
      identityOf: (id) => this.identityOf(id),
    };
    this.#surroundings.set(home, known);
    return known;
  }

  identityOf(id: string): Identity | undefined {
    if (this.#identities.has(id)) return this.#identities.get(id);
    const path = ["principals", indexOfId(this.design.principals, id)];
    const principal = memberWithId(this.design.principals, id);
    const identity = isIdentity(principal)
      ? buildIdentity(
          principal,
          path,
          this.around(this.assembly.stack(principal.stack)),
        )
      : undefined;
    this.#identities.set(id, identity);
    return identity;
  }

  keyOf(id: string): KeyNode {
    const known = this.keys.get(id);
    if (known !== undefined) return known;
    const index = indexOfId(this.design.keys, id);
    const key = this.design.keys[index];
    // INVARIANT: a parsed design names only keys it has.
    if (key === undefined) throw new Error(`no key ${id}`);
    const around = this.around(this.assembly.stack(key.stack));
    const node = buildKey(key, { path: ["keys", index], around }, (other) =>
      this.keyOf(other),
    );
    this.keys.set(id, node);
    return node;
  }
}

function isIdentity(
  principal: Principal | undefined,
): principal is Extract<Principal, { stack: string }> {
  return principal !== undefined && "stack" in principal;
}

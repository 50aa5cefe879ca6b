import type {
  Design,
  Key,
  Parameter,
  Principal,
  SeparateAlias,
  Stack,
} from "../../design/design.ts";
import { hasJsonPolicy } from "../../design/as-written.ts";
import { isL1, isL2 } from "../../design/key-parts.ts";
import type { TypeName, Variable } from "./expression.ts";
import { identityTypes, keyTypes, partTypes } from "./types.ts";
import type { IdentityKind, PartTypes } from "./types.ts";

/** A principal that is a construct of a stack. */
export type IdentityPrincipal = Extract<Principal, { stack: string }>;

/** The principal is a construct of a stack. */
export function isIdentity(
  principal: Principal,
): principal is IdentityPrincipal {
  return "stack" in principal;
}

/** The variables for the parts of a design: the same for the same part, whichever stack asks. */
export class Variables {
  readonly #known = new Map<string, Variable>();
  readonly #administered: ReadonlySet<string>;
  readonly #design: Design;

  constructor(design: Design) {
    this.#design = design;
    this.#administered = keysWithAdminGrants(design);
  }

  /** What a key is held as; one whose policy is JSON is known as its L1 construct only. */
  key(key: Key): Variable {
    if (isL1(key) && hasJsonPolicy(this.#design, key)) return this.cfnKey(key);
    const wholly = isL2(key) && this.#administered.has(key.id);
    const { type, takenAs } = keyTypes[isL1(key) ? "imported" : key.kind];
    return this.#get(`key ${key.id}`, {
      wish: key.id,
      fallback: "key",
      stack: key.stack,
      type,
      takenAs: wholly ? type : takenAs,
    });
  }

  /** The L1 construct inside a key. */
  cfnKey(key: Key): Variable {
    return this.#get(`cfn ${key.id}`, {
      wish: `cfn-${key.id}`,
      fallback: "cfnKey",
      stack: key.stack,
      ...partTypes.cfnKey,
    });
  }

  /** What stands for a key that is known as an L1 construct, in a stack, where an `IKey` is asked for. */
  l1AsKey(key: Key, stack: string): Variable {
    return this.#get(`replica ${stack} ${key.id}`, {
      wish: `${key.id}-key`,
      fallback: "key",
      stack,
      ...keyTypes.imported,
    });
  }

  /** An alias of a key, by its place among them. */
  aliasOfKey(key: Key, index: number): Variable {
    const { type, takenAs } =
      key.kind === "replica" ? partTypes.cfnAlias : partTypes.alias;
    const place = index === 0 ? "" : `-${index + 1}`;
    return this.#get(`alias of ${key.id}${place}`, {
      wish: `${key.id}-alias${place}`,
      fallback: "alias",
      stack: key.stack,
      type,
      takenAs,
    });
  }

  alias(alias: SeparateAlias): Variable {
    return this.#get(`alias ${alias.id}`, {
      wish: alias.id,
      fallback: "alias",
      stack: alias.stack,
      ...(alias.construct === undefined ? partTypes.alias : partTypes.cfnAlias),
    });
  }

  /** The L1 construct inside an alias. */
  cfnAlias(alias: SeparateAlias): Variable {
    return this.#get(`cfn alias ${alias.id}`, {
      wish: `cfn-${alias.id}`,
      fallback: "cfnAlias",
      stack: alias.stack,
      ...partTypes.cfnAlias,
    });
  }

  parameter(parameter: Parameter, stack: Stack): Variable {
    return this.#get(`parameter ${stack.id} ${parameter.id}`, {
      wish: parameter.id,
      fallback: "parameter",
      stack: stack.id,
      ...partTypes.parameter,
    });
  }

  /** A condition or resource of a template that was imported. */
  kept(name: string, type: TypeName, stack: string): Variable {
    return this.#get(`kept ${stack} ${type.name} ${name}`, {
      wish: name,
      fallback: "part",
      stack,
      type,
      takenAs: type,
    });
  }

  identity(identity: IdentityPrincipal): Variable {
    return this.#get(`principal ${identity.id}`, {
      wish: identity.id,
      fallback: "principal",
      stack: identity.stack,
      ...typesOfIdentity(identity),
    });
  }

  /** A principal that is no construct, as an object of one stack's class. */
  principal(principal: Principal, stack: string): Variable {
    return this.#get(`principal ${principal.id} ${stack}`, {
      wish: principal.id,
      fallback: "principal",
      stack,
      ...partTypes.principal,
    });
  }

  #get(name: string, wanted: Variable): Variable {
    const known = this.#known.get(name) ?? wanted;
    this.#known.set(name, known);
    return known;
  }
}

/** Only the class of a role can give itself out as one that grants leave alone. */
function typesOfIdentity(identity: IdentityPrincipal): PartTypes {
  const kind: IdentityKind = identity.kind;
  const { type, takenAs } = identityTypes[kind];
  const isFixed = identity.kind === "new-role" && identity.mutable === false;
  return { type, takenAs: isFixed ? type : takenAs };
}

/** Only the class of a key, not its interface, has `grantAdmin`. */
function keysWithAdminGrants({ keys }: Design): ReadonlySet<string> {
  return new Set(
    keys
      .filter(
        (key) =>
          key.kind === "defined" &&
          (key.grants ?? []).some(({ permission }) => permission === "admin"),
      )
      .map(({ id }) => id),
  );
}

import type { Path } from "../../problem/problem.ts";
import type { ModuleName } from "./modules.ts";

/** A class, interface, struct or enum of the CDK. */
export interface TypeName {
  readonly module: ModuleName;
  readonly name: string;
}

/**
 * What a program computes, in the terms of jsii: every language that the CDK speaks can say it.
 * Names of methods and properties are in camelCase, as jsii has them.
 */
export type Expression =
  | {
      /** A text around values that are known when the stack is deployed. */
      readonly kind: "text";
      readonly pieces: readonly TextPiece[];
    }
  | {
      /** A value that is written as it is. */
      readonly kind: "literal";
      readonly value: string | number | boolean | null;
    }
  | { readonly kind: "list"; readonly members: readonly Expression[] }
  | {
      /** Data whose keys are kept as they are. */
      readonly kind: "map";
      readonly entries: readonly (readonly [key: string, value: Expression])[];
      /** It reads well on one line, where it fits. */
      readonly isShort: boolean;
    }
  | {
      /** Data of a type, which some languages name. */
      readonly kind: "struct";
      readonly type: TypeName;
      readonly properties: readonly Property[];
    }
  | {
      readonly kind: "new";
      readonly type: TypeName;
      readonly args: Arguments;
    }
  | {
      readonly kind: "static-call";
      readonly type: TypeName;
      readonly method: string;
      readonly args: Arguments;
    }
  | {
      readonly kind: "call";
      readonly target: Expression;
      readonly method: string;
      readonly args: Arguments;
    }
  | {
      readonly kind: "member";
      readonly target: Expression;
      readonly name: string;
    }
  | {
      /** A member of an enum, or a constant of a class. */
      readonly kind: "constant";
      readonly type: TypeName;
      readonly name: string;
    }
  | { readonly kind: "variable"; readonly variable: Variable }
  | { readonly kind: "this" }
  | {
      /** The value is of a narrower type than its declaration says. */
      readonly kind: "cast";
      readonly value: Expression;
      readonly type: TypeName;
    }
  | {
      /** Remembers which parts of the design the value came from. */
      readonly kind: "marked";
      readonly from: readonly Path[];
      readonly value: Expression;
    };

/** Literal characters, or a value inside a text. */
export type TextPiece = string | Expression;

/** What a call passes: values by position, then properties by name. */
export interface Arguments {
  readonly positional: readonly Expression[];
  readonly properties: readonly Property[];
}

/** A property by name, and the part of the design it came from. */
export interface Property {
  readonly name: string;
  readonly value: Expression;
  readonly from?: Path | undefined;
}

/** Something that a stack's class holds, and that this class or a later one may use. */
export interface Variable {
  /** What the design calls it, from which languages make a name. */
  readonly wish: string;
  /** A name where nothing of the wish can stand in one. */
  readonly fallback: string;
  /** The stack whose class declares it. */
  readonly stack: string;
  /** The type it is declared with. */
  readonly type: TypeName;
  /** The type that another class asks for. */
  readonly takenAs: TypeName;
}

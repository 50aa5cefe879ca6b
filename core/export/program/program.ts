import type { Stack } from "../../design/design.ts";
import type { CdkLine } from "../../design/feature-flags.ts";
import type { Path } from "../../problem/problem.ts";
import type { Expression, Property, Variable } from "./expression.ts";

/** The program that builds a design with the CDK, in no language yet. */
export interface Program {
  readonly line: CdkLine;
  /** The feature flags that the program was made for, where they differ from those the line starts with. */
  readonly flags: readonly (readonly [flag: string, value: boolean | string])[];
  /** In the order of their creation. */
  readonly stacks: readonly StackClass[];
}

/** The class of a stack, and how the app creates it. */
export interface StackClass {
  readonly stack: Stack;
  readonly path: Path;
  /** What the class gets from stacks that were created before it. */
  readonly takes: readonly Variable[];
  /** What later stacks get from the class. */
  readonly exposes: readonly Variable[];
  /** The constructor's statements, in groups that belong together. */
  readonly blocks: readonly Block[];
  /** What the app gives the stack besides what it takes. */
  readonly properties: readonly Property[];
  /** `id`s of the stacks that the app says this one depends on. */
  readonly dependsOn: readonly string[];
}

/** Statements that belong together. */
export type Block = readonly Statement[];

/** A step of a constructor. */
export type Statement =
  | {
      /** Holds a value; a variable that nobody uses need not be written. */
      readonly kind: "declare";
      readonly variable: Variable;
      readonly value: Expression;
      readonly from: readonly Path[];
      /** Nothing is written where nobody uses the variable. */
      readonly ifUsed?: true;
    }
  | {
      readonly kind: "do";
      readonly value: Expression;
      readonly from: readonly Path[];
    }
  | {
      /** Says something about what follows. */
      readonly kind: "comment";
      readonly text: string;
      readonly from: readonly Path[];
    }
  | {
      /** Sets a property of an object. */
      readonly kind: "assign";
      readonly target: Expression;
      readonly name: string;
      readonly value: Expression;
      readonly from: readonly Path[];
    };

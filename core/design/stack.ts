import type { JsonObject } from "../problem/json.ts";

/** A CloudFormation stack. */
export interface Stack {
  /** The stack's construct id, unique in the design. */
  readonly id: string;
  /** The stack's name in CloudFormation. @default its id */
  readonly name?: string;
  /** @default the account of whoever deploys */
  readonly account?: string;
  /** @default the Region of whoever deploys */
  readonly region?: string;
  readonly description?: string;
  readonly terminationProtection?: boolean;
  /** Tags of the stack, which the CDK passes to CloudFormation when it deploys. */
  readonly tags?: readonly Tag[];
  /** `id`s of the stacks that are deployed before this one. */
  readonly dependencies?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly outputs?: readonly Output[];
  /** What a template held that the stack was imported from, besides keys, replicas and aliases. */
  readonly template?: KeptTemplate;
  /** What is assumed where only the deployment decides. */
  readonly assumed?: Assumptions;
}

/** A template that a stack was imported from. */
export interface KeptTemplate {
  /**
   * The template as it was read, intrinsic functions in their long form. Among its `Resources`, `null` stands in the
   * place of a key, replica or alias of the design with that logical ID.
   */
  readonly rest: JsonObject;
  /** The text it was read from: an export keeps the comments, order and style of what is the same. */
  readonly source?: string;
  /** Where the template stands in that text, such as `["resources"]` for the Serverless Framework. @default at its root */
  readonly within?: readonly (string | number)[];
}

/** Values assumed for what only the deployment of a stack decides. */
export interface Assumptions {
  /** By parameter; of several values each may be meant. */
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  /** By condition of the template. */
  readonly conditions?: Readonly<Record<string, boolean>>;
}

/** A parameter of a stack. Texts of the design use it as `${id}`. */
export interface Parameter {
  /** Its logical ID, unique in the design. */
  readonly id: string;
  /** @default "String" */
  readonly type?: string;
  readonly default?: string;
  readonly description?: string;
  readonly allowedPattern?: string;
}

/** An output of a stack. */
export interface Output {
  /** Its construct id, unique in the stack. */
  readonly id: string;
  readonly value: OutputValue;
  readonly exportName?: string;
  readonly description?: string;
}

/** What an output shows: an attribute of a key or of a separate alias, or a text. */
export type OutputValue =
  | {
      /** The `id` of a key. */
      readonly key: string;
      /** `alias-name` and `alias-arn` are of the key's first alias. */
      readonly attribute: "arn" | "id" | "alias-name" | "alias-arn";
    }
  | {
      /** The `id` of a separate alias. */
      readonly alias: string;
      readonly attribute: "name" | "arn";
    }
  | { readonly text: string };

/** A tag of a key or of a stack. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

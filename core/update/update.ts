import type { Json, JsonObject } from "../problem/json.ts";

/** What an update does, from nothing to the worst. */
export const impacts = [
  "none",
  "in-place",
  "interrupts",
  "fails",
  "replaces",
  "deletes",
] as const;

/**
 * What an update does to a resource and to who uses it.
 *
 * `interrupts`: some requests that worked before fail. `fails`: the update is refused and rolls back. `deletes`: a
 * resource goes that cannot be made again as it was; an alias can, so that its removal only interrupts.
 */
export type Impact = (typeof impacts)[number];

/** Who carries the update out. */
export type UpdateTarget = "cloudformation" | "terraform";

/** One thing that deploying the head over the base does. */
export interface Update {
  /** The name of the stack. */
  readonly stack: string;
  readonly logicalId: string;
  /** The property or attribute as CloudFormation calls it; empty for the resource as a whole. */
  readonly property: string;
  readonly target: UpdateTarget;
  readonly impact: Impact;
  /** In one sentence, with what it means for data. */
  readonly reason: string;
  readonly change: "added" | "removed" | "changed";
  readonly before?: Json;
  readonly after?: Json;
}

/** What one target does, and why. */
export interface Effect {
  readonly impact: Impact;
  readonly reason: string;
}

/** What a change does; the second is absent where Terraform has no counterpart. */
export interface Effects {
  readonly cloudFormation: Effect;
  readonly terraform?: Effect;
}

/** The parts of a template that are compared; it may have others. */
export interface TemplateLike {
  readonly Resources?: Readonly<Record<string, JsonObject>>;
  readonly Outputs?: Readonly<Record<string, JsonObject>>;
  readonly Parameters?: Readonly<Record<string, JsonObject>>;
  readonly Mappings?: Readonly<Record<string, Json>>;
  readonly Conditions?: Readonly<Record<string, Json>>;
}

/** The template of one stack. */
export interface StackTemplate {
  readonly stack: string;
  readonly template: TemplateLike;
}

/** The update is refused, or a key is lost by it. */
export function isBreaking({ impact }: Update): boolean {
  return impacts.indexOf(impact) >= impacts.indexOf("fails");
}

/** The template of a stack; that of one that is not there is empty. */
export function templateOf(
  templates: readonly StackTemplate[],
  name: string,
): TemplateLike {
  return templates.find(({ stack }) => stack === name)?.template ?? {};
}

import type { Meaning } from "./meaning.ts";
import type { Offer } from "./offer.ts";
import type { Container } from "./tree.ts";

/** What can stand at a place. */
export interface Shape {
  /** How a value of it is begun: as a text, as a mapping, as a list, or by choosing one of its values. */
  readonly form: "text" | "mapping" | "list" | "choice";
  /** Names that members of it can have; `around` is what it has already. */
  readonly names?: (around: Container | undefined) => readonly Offer[];
  readonly values?: () => readonly Offer[];
  readonly member?: (name: string, around: Container) => Shape | undefined;
  /** An item of a list of it. @default the shape itself, as policies take one for a list */
  readonly item?: (index: number) => Shape | undefined;
  /** What a word means that the offers do not have in this form. */
  readonly meaningOf?: (word: string) => Meaning | undefined;
  /** The functions that can stand in place of it. @default none */
  readonly functions?: "all" | "if";
  /** It is a text with variables such as `${AWS::Region}`. */
  readonly hasVariables?: true;
}

/** A value that nothing is known about. */
export const anything: Shape = { form: "choice", functions: "all" };

/** A text that nobody can finish for the person. */
export const freeText: Shape = { form: "text", functions: "all" };

/** A value out of a few. */
export function choiceOf(offers: readonly Offer[]): Shape {
  return { form: "choice", values: () => offers, functions: "all" };
}

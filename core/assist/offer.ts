import type { Source, SourceRef } from "../kms/sources.ts";
import type { Json } from "../problem/json.ts";
import { meaning, type Meaning } from "./meaning.ts";

/** What kind of word is suggested. */
export type SuggestionKind =
  | "action"
  | "condition-key"
  | "operator"
  | "principal"
  | "property"
  | "value"
  | "resource-type"
  | "function";

/** Something that can stand at a place, however it is written there. */
export interface Offer {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** A few words beside the label. */
  readonly detail: string;
  readonly meaning: Meaning;
  /** As a value, where that is not the label as a text. */
  readonly value?: Json;
  /** As a name, where only its beginning is known. */
  readonly beginning?: string;
}

/** The rows of a table of words as offers. */
export function offersOf(
  table: Readonly<Record<string, string>>,
  kind: SuggestionKind,
  source: SourceRef | Source,
): readonly Offer[] {
  return Object.entries(table).map(([label, text]) => ({
    label,
    kind,
    detail: "",
    meaning: meaning(label, text, source),
  }));
}

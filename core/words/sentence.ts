/**
 * A sentence in parts, so that a screen can set principals, verbs, capabilities and conditions apart.
 * The texts of the parts, joined by their own spaces, read as one sentence.
 */
export type SentencePart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "principal";
      readonly text: string;
      /** The kind of principal, for its icon; `unknown` where the statement is kept as text. */
      readonly principal:
        | "arn"
        | "account"
        | "account-root"
        | "service"
        | "any"
        | "star"
        | "organization"
        | "organizational-unit"
        | "federated"
        | "web-identity"
        | "canonical-user"
        | "template-value"
        | "composite"
        | "with-conditions"
        | "via-service"
        | "new-role"
        | "new-user"
        | "new-group"
        | "imported-role"
        | "imported-user"
        | "imported-group"
        | "unknown";
    }
  | {
      readonly kind: "verb";
      readonly text: string;
      readonly effect: "Allow" | "Deny";
    }
  | {
      readonly kind: "capability";
      readonly text: string;
      /** The actions behind the word. */
      readonly actions: readonly string[];
    }
  | { readonly kind: "condition"; readonly text: string };

/** A statement, finding or change in plain words. */
export type Sentence = readonly SentencePart[];

/** The sentence as plain text. */
export function printSentence(sentence: Sentence): string {
  return sentence.map((part) => part.text).join("");
}

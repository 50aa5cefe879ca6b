import { CST, Lexer } from "yaml";

/** Characters that may be copied to go on behind places that the lexer refuses: some tenths of a second. */
const maximumCopied = 100_000_000;

/**
 * The lexer of `yaml`, but quoted scalars, brackets and braces may go on at any indentation, as libyaml and with it
 * CloudFormation takes them. Where the lexer refuses that, another one goes on, with a lead before the rest of the text
 * that brings it to the same state. A text without such places is cut as by the lexer itself.
 */
export class LooseLexer {
  readonly #text: string;
  #at = 0;
  /** How many brackets and braces are open. */
  #level = 0;
  #copied = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Something was taken that the lexer itself refuses. */
  get isLoose(): boolean {
    return this.#copied > 0;
  }

  /** Where the text was left, because it has too many places that the lexer refuses. */
  get leftAt(): number | undefined {
    return this.#copied > maximumCopied ? this.#at : undefined;
  }

  /**
   * Cuts the text.
   * @yields the lexemes with the marks between them, as `Parser.next` takes them
   */
  *lexemes(): Generator<string, void> {
    let lead: readonly string[] | undefined = [];
    while (lead !== undefined) lead = yield* this.#lexemesBehind(lead);
  }

  // Returns the lead for the next lexer where this one cannot go on.
  *#lexemesBehind(
    lead: readonly string[],
  ): Generator<string, readonly string[] | undefined> {
    const lexer = new Lexer().lex(lead.join("") + this.#text.slice(this.#at));
    // The mark of a document's beginning comes first, and was handed out as well.
    if (lead.length > 0)
      for (let ignored = 0; ignored <= lead.length; ignored++) lexer.next();
    let isScalar = false;
    for (const lexeme of lexer) {
      if (!isScalar && lexeme === CST.FLOW_END && this.#mayGoOn(this.#at))
        return this.#brackets();
      const end = isScalar ? undefined : this.#looseEnd(lexeme);
      if (this.leftAt !== undefined) return undefined;
      if (end !== undefined) {
        yield this.#text.slice(this.#at, end);
        this.#at = end;
        return [...this.#brackets(), `""`];
      }
      if (!isScalar) this.#level = levelBehind(lexeme, this.#level);
      if (isScalar || !isMark(lexeme)) this.#at += lexeme.length;
      yield lexeme;
      isScalar = !isScalar && lexeme === CST.SCALAR;
    }
    return undefined;
  }

  #brackets(): readonly string[] {
    return Array.from({ length: this.#level }, () => "[");
  }

  /** Where a quoted scalar really ends that the lexer has cut at a line of too little indentation. */
  #looseEnd(lexeme: string): number | undefined {
    if (!/^["']/.test(lexeme)) return undefined;
    const end = quoteEnd(this.#text, this.#at);
    if (end === undefined || end <= this.#at + lexeme.length) return undefined;
    // A line of three dashes or dots ends the document, even inside quotes.
    const isOneDocument = !/\n(?:---|\.\.\.)\s/.test(
      this.#text.slice(this.#at, end),
    );
    return isOneDocument && this.#mayGoOn(end) ? end : undefined;
  }

  #mayGoOn(at: number): boolean {
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(this.#text.slice(at, at + 4)))
      return false;
    this.#copied += this.#text.length - at + 1;
    return true;
  }
}

/** The lexeme says something about the next one and stands for no text. */
function isMark(lexeme: string): boolean {
  return (
    lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END || lexeme === CST.SCALAR
  );
}

function levelBehind(lexeme: string, level: number): number {
  if (lexeme === CST.FLOW_END) return 0;
  if (lexeme === "[" || lexeme === "{") return level + 1;
  return lexeme === "]" || lexeme === "}" ? Math.max(0, level - 1) : level;
}

/** Behind the quote that closes the scalar that begins here; undefined where none does. */
function quoteEnd(text: string, start: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    const isDoubled = quote === "'" && text[at + 1] === "'";
    if (text[at] === quote && !isDoubled) return at + 1;
    if (text[at] === (quote === "'" ? "'" : "\\")) at++;
  }
  return undefined;
}

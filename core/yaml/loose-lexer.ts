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
  /** The next lexeme is a scalar, whatever it looks like. */
  #isScalar = false;
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
    let lead: string[] | undefined = [];
    while (lead !== undefined && this.leftAt === undefined) {
      const lexer = this.#lexerBehind(lead);
      lead = undefined;
      for (const lexeme of lexer) {
        const end = this.#isScalar ? undefined : this.#looseEnd(lexeme);
        if (end === undefined) {
          this.#pass(lexeme);
          yield lexeme;
          continue;
        }
        const scalar = this.#text.slice(this.#at, end);
        if (scalar !== "") yield scalar;
        this.#at = end;
        lead = Array.from({ length: this.#level }, () => "[");
        if (scalar !== "") lead.push(`""`);
        break;
      }
    }
  }

  #lexerBehind(lead: readonly string[]): Iterable<string> {
    const lexer = new Lexer().lex(lead.join("") + this.#text.slice(this.#at));
    // The mark of a document's beginning comes first, and was handed out as well.
    if (lead.length > 0)
      for (let ignored = 0; ignored <= lead.length; ignored++) lexer.next();
    return lexer;
  }

  #pass(lexeme: string): void {
    const wasScalar = this.#isScalar;
    this.#isScalar = !wasScalar && lexeme === CST.SCALAR;
    if (!wasScalar) this.#level = levelBehind(lexeme, this.#level);
    if (wasScalar || !isMark(lexeme)) this.#at += lexeme.length;
  }

  /** Where the text really goes on that the lexer has cut at a line of too little indentation. */
  #looseEnd(lexeme: string): number | undefined {
    if (lexeme === CST.FLOW_END)
      return isDocumentMark(this.#text, this.#at)
        ? undefined
        : this.#copyFrom(this.#at);
    if (!lexeme.startsWith('"') && !lexeme.startsWith("'")) return undefined;
    const end = quoteEnd(this.#text, this.#at);
    if (end === undefined || end <= this.#at + lexeme.length) return undefined;
    // A line of three dashes or dots ends the document, even inside quotes.
    const scalar = this.#text.slice(this.#at, end);
    return /\n(?:---|\.\.\.)\s/.test(scalar) ? undefined : this.#copyFrom(end);
  }

  #copyFrom(at: number): number {
    this.#copied += this.#text.length - at + 1;
    return at;
  }
}

function isDocumentMark(text: string, at: number): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4));
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

/** What sentences are built of: a text that reads like one of these stands in quotes. */
const reserved: ReadonlySet<string> = new Set([
  "and",
  "or",
  "nor",
  "is",
  "not",
  "no",
  "if",
  "else",
  "on",
  "when",
  "unless",
  "except",
  "every",
  "at",
  "the",
  "equals",
  "does",
  "absent",
  "present",
  "nothing",
  "map",
  "item",
  "null",
  "true",
  "false",
  "ref",
  "getatt",
  "sub",
  "export",
  "parameter",
  "{}",
]);

/** Letters, digits and the signs that neither separate words nor enclose them. */
const plain = /^[!#-'*+\-./0-9:<-Z\\^-~\p{L}\p{N}]+$/u;

/** A text as one word of a sentence: bare where it cannot be mistaken for other words, else in quotes. */
export function word(text: string): string {
  return plain.test(text) && !reserved.has(text.toLowerCase())
    ? text
    : JSON.stringify(text);
}

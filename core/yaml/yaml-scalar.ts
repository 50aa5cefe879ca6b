/**
 * A text as a YAML scalar that every reader takes as that text: plain where that is safe under YAML 1.1 and 1.2,
 * in double quotes otherwise.
 */
export function yamlScalar(text: string): string {
  return isSafePlain(text) ? text : quotedScalar(text);
}

/** The same between brackets or braces, where commas and brackets mean something too. */
export function flowScalar(text: string): string {
  return isSafePlain(text) && !/[,[\]{}?]/.test(text)
    ? text
    : quotedScalar(text);
}

/** A name with its colon; YAML reads one of at most 1024 characters without being told that it is one. */
export function yamlName(name: string, indent: number): string {
  const scalar = yamlScalar(name);
  if (scalar.length <= 1000) return `${scalar}:`;
  return `? ${scalar}\n${" ".repeat(indent)}:`;
}

/** Words that readers of YAML 1.1 take for a boolean, for nothing or for a number, and that start like a name. */
const reservedWord = /^(?:y|n|yes|no|on|off|true|false|null|e[-+]?\d+)$/i;

/**
 * Letters first, so that no number, date, tag, anchor or indicator is met;
 * inside, only characters that mean nothing in block style.
 */
const safePlain =
  /^[A-Za-z/_$](?:[\w ./:*@+=$%(){}!?,<>;&'-]*[\w./*@+=$%(){}!?-])?$/;

function isSafePlain(text: string): boolean {
  return (
    text.length <= 1000 &&
    safePlain.test(text) &&
    !text.includes(": ") &&
    !reservedWord.test(text)
  );
}

// C0 and C1 controls, the line and paragraph separators, the byte order mark, half surrogates and non-characters.
const unprintable =
  /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text has characters that only double quotes can say. */
export function isUnprintable(text: string): boolean {
  return (
    text.search(unprintable) !== -1 || /[\u0000-\u0008\u000b-\u001f]/.test(text)
  );
}

/** A text as a scalar in double quotes, on one line. */
export function quotedScalar(text: string): string {
  return JSON.stringify(text).replaceAll(
    unprintable,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

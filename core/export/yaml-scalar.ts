/**
 * A text as a YAML scalar that every reader takes as that text: plain where that is safe under YAML 1.1 and 1.2,
 * in double quotes otherwise.
 */
export function yamlScalar(text: string): string {
  return isSafePlain(text) ? text : quoted(text);
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

function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    unprintable,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * A text as a message of SARIF has it: braces are doubled, because one alone is a place for an argument, and nothing
 * in it is a link. Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6.
 */
export function messageText(text: string): string {
  return text.replaceAll(/[{}]/g, "$&$&").replaceAll("](", "] (");
}

/** Texts as sentences one after another. */
export function sentences(...texts: readonly string[]): string {
  return messageText(texts.map(sentence).join(" "));
}

function sentence(text: string): string {
  const end = /[.!?]$/.test(text) ? "" : ".";
  // Only words begin with a capital: names and code stay as they are.
  return `${text.replace(/^[a-z](?=[a-z]*[ ,])/, (first) => first.toUpperCase())}${end}`;
}

/** A text as Markdown that holds no HTML. Source: SARIF 2.1.0, section 3.11.4.2. */
export function markdownText(text: string): string {
  return messageText(text).replaceAll("<", "&lt;");
}

/** The columns that a text takes in a fixed-width font: two for wide characters, none for combining ones. */
export function textWidth(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  if (/\p{Mn}|\p{Me}|\u200d/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Source: prettier 3.10.1, getStringWidth: East Asian Width, and what is shown as an emoji. */
const wide =
  /[\u1100-\u115f\u2329\u232a\u261d\u2630-\u2637\u268a-\u268f\u26f9\u270c\u270d\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f1ae}-\u{1f265}\u{1f3cb}\u{1f3cc}\u{1f574}\u{1f575}\u{1f590}\u{1f6d9}\u{1f7da}\u{1fa8b}-\u{1fafa}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

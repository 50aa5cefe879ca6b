/** A call in Python code: what is called, how many arguments stand by place, and which by name. */
export interface PythonCall {
  readonly callee: string;
  readonly positional: number;
  readonly keywords: readonly string[];
}

/** Every call in Python code as our printer writes it: no lambda, no default, no operator. */
export function pythonCalls(code: string): readonly PythonCall[] {
  const calls: PythonCall[] = [];
  for (const match of code.matchAll(/([A-Za-z_][\w.]*)\(/g)) {
    const [found, callee = ""] = match;
    if (isInText(code, match.index)) continue;
    calls.push({ callee, ...argumentsAt(code, match.index + found.length) });
  }
  return calls;
}

/** The arguments of the call whose parenthesis stands before `start`. */
function argumentsAt(code: string, start: number): Omit<PythonCall, "callee"> {
  const pieces: string[] = [""];
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const character = code[at] ?? "";
    if (character === '"' || character === "'") {
      at = endOfText(code, at);
      pieces[pieces.length - 1] += "text";
      continue;
    }
    if (")]}".includes(character) && depth-- === 0) break;
    if ("([{".includes(character)) depth++;
    if (character === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += character;
  }
  const all = pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const keywords = all.flatMap((piece) => {
    const keyword = /^(\w+)=(?!=)/.exec(piece)?.[1];
    return keyword === undefined ? [] : [keyword];
  });
  return { positional: all.length - keywords.length, keywords };
}

/** The place of the quote that ends the text which begins at `start`. */
function endOfText(code: string, start: number): number {
  const quote = code[start];
  let at = start + 1;
  while (at < code.length && code[at] !== quote)
    at += code[at] === "\\" ? 2 : 1;
  return at;
}

/** The place is inside a text or a comment of its line. */
function isInText(code: string, place: number): boolean {
  const start = code.lastIndexOf("\n", place) + 1;
  for (let at = start; at < place; at++) {
    const character = code[at];
    if (character === "#") return true;
    if (character !== '"' && character !== "'") continue;
    at = endOfText(code, at);
    if (at > place) return true;
  }
  return false;
}

/** Which texts there can be: a small automaton. */
export interface Language {
  readonly start: number;
  /** The state after a character; -1 where no text goes on like that. */
  readonly step: (state: number, char: string) => number;
  /** A text can end here. */
  readonly accepts: (state: number) => boolean;
  /** Characters that lead elsewhere than most do. */
  readonly special: (state: number) => string;
  /** Characters that can come here, the nicest first, one more than `avoided` has at least where there are that many. */
  readonly chars: (state: number, avoided: number) => string;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const common = `${letters}${letters.toUpperCase()}${digits}-_.`;

/** Every text. */
export const anyText: Language = {
  start: 0,
  step: () => 0,
  accepts: () => true,
  special: () => "",
  chars: (_, avoided) =>
    avoided < common.length ? common : common + strangeChars(avoided),
};

/** Characters beyond those that people write, as many as are asked for. */
function strangeChars(count: number): string {
  return Array.from({ length: Math.min(count + 1, 0x4000) }, (_, index) =>
    String.fromCharCode(0x4e00 + index),
  ).join("");
}

/** Names of services: words of small letters, digits and hyphens with dots between them. */
export const serviceNames: Language = {
  start: 0,
  step: (state, char) => {
    if (char === ".") return state === 1 || state === 3 ? 2 : -1;
    if (!/[a-z\d-]/.test(char)) return -1;
    return state <= 1 ? 1 : 3;
  },
  accepts: (state) => state === 3,
  special: () => ".",
  chars: () => `${letters}${digits}-.`,
};

/** What a principal of AWS is called after its account. */
type Tail = "root" | "path" | "name";

const NAME = /[\w+=,.@-]/;
const nameChars = `${common}+=,@`;
/** `!` to `~`, which the path of a role or user can have. */
const pathChars = Array.from({ length: 94 }, (_, index) =>
  String.fromCharCode(0x21 + index),
).join("");

/** The ARNs of a kind of principal: fixed text, twelve digits, fixed text, and a name, perhaps with a path before it. */
export function arnLanguage(
  before: string,
  after: string,
  tail: Tail,
): Language {
  const afterAt = before.length + 12;
  const tailAt = afterAt + after.length;
  const fixed = (state: number) =>
    state < before.length ? before[state] : after[state - afterAt];
  const [begin, inName, inPath] = [tailAt, tailAt + 1, tailAt + 2];
  const stepTail = (state: number, char: string) => {
    if (tail === "root") return -1;
    if (tail === "path" && char === "/") return begin;
    if (NAME.test(char)) return state === inPath ? inPath : inName;
    return tail === "path" && /[!-~]/.test(char) ? inPath : -1;
  };
  return {
    start: 0,
    step: (state, char) => {
      if (state >= tailAt) return stepTail(state, char);
      if (state >= before.length && state < afterAt)
        return /\d/.test(char) ? state + 1 : -1;
      return fixed(state) === char ? state + 1 : -1;
    },
    accepts: (state) => state === (tail === "root" ? tailAt : inName),
    special: (state) => (tail === "path" && state >= tailAt ? "/!" : ""),
    chars: (state) => {
      if (state < tailAt && (state < before.length || state >= afterAt))
        return fixed(state) ?? "";
      if (state < tailAt) return digits;
      return tail === "path" ? nameChars + pathChars : nameChars;
    },
  };
}

/** A piece of code and how to colour it. */
export interface CodeToken {
  readonly kind: "plain" | "type" | "string" | "number" | "keyword" | "comment";
  readonly text: string;
}

interface Rule {
  readonly kind: CodeToken["kind"];
  readonly pattern: string;
}

const string = String.raw`"(?:[^"\\\n]|\\.)*"?`;
const number = String.raw`\b\d+(?:\.\d+)?\b`;

const json: readonly Rule[] = [
  { kind: "type", pattern: String.raw`"(?:[^"\\\n]|\\.)*"(?=\s*:)` },
  { kind: "string", pattern: string },
  { kind: "number", pattern: number },
  { kind: "keyword", pattern: String.raw`\b(?:true|false|null)\b` },
];

const languages: Readonly<Record<string, readonly Rule[]>> = {
  json,
  yaml: [
    { kind: "comment", pattern: String.raw`(?<![^\s])#.*` },
    {
      kind: "type",
      pattern: String.raw`(?<=^\s*(?:- )*)[\w:.${"$"}{}/@-]+(?=:(?:\s|$))`,
    },
    { kind: "keyword", pattern: String.raw`(?<=[\s-])![A-Za-z:]+` },
    { kind: "string", pattern: string },
    { kind: "string", pattern: String.raw`'(?:[^'\n]|'')*'?` },
    { kind: "keyword", pattern: String.raw`(?<=: )(?:true|false|null)$` },
    { kind: "number", pattern: String.raw`(?<=: )\d+(?:\.\d+)?$` },
  ],
  typescript: [
    { kind: "comment", pattern: String.raw`//.*|/\*.*?\*/` },
    { kind: "string", pattern: `${string}|\`[^\`\\n]*\`?` },
    {
      kind: "keyword",
      pattern: String.raw`\b(?:import|from|as|export|class|extends|const|let|new|super|constructor|this|true|false|null|undefined|public|readonly|return)\b`,
    },
    { kind: "number", pattern: number },
    { kind: "type", pattern: String.raw`\b[A-Z]\w*` },
  ],
};

/** The languages that have colours. */
export const colouredLanguages: readonly string[] = Object.keys(languages);

/** One line of code in coloured pieces; a language without rules is plain. */
export function tokensOfLine(
  line: string,
  language: string,
): readonly CodeToken[] {
  const rules = languages[language];
  if (rules === undefined) return [{ kind: "plain", text: line }];
  const tokens: CodeToken[] = [];
  let at = 0;
  for (const match of line.matchAll(patternOf(language, rules))) {
    if (match.index > at)
      tokens.push({ kind: "plain", text: line.slice(at, match.index) });
    const found = rules.findIndex((_, rule) => match[rule + 1] !== undefined);
    tokens.push({ kind: rules[found]?.kind ?? "plain", text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < line.length) tokens.push({ kind: "plain", text: line.slice(at) });
  return tokens;
}

const patterns = new Map<string, RegExp>();

function patternOf(language: string, rules: readonly Rule[]): RegExp {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const pattern = new RegExp(
    rules.map((rule) => `(${rule.pattern})`).join("|"),
    "g",
  );
  patterns.set(language, pattern);
  return pattern;
}

import { literalGlob } from "../policy/glob.ts";
import type { Language } from "./language.ts";
import type { Pattern } from "./pattern.ts";
import { charsAt, placesAfter, placesFrom } from "./pattern.ts";

/**
 * The texts of a language in finitely many kinds: two texts of a kind fit the same patterns.
 *
 * `words` are what makes that a proof: with each word, and with each character after it that any pattern treats in its
 * own way, and with one that none does, there is a word in the list that every pattern treats alike from there on.
 */
export interface WordClasses {
  readonly words: readonly string[];
  /** One text of each kind. */
  readonly examples: readonly string[];
  /** The texts that are looked at on their own, and are no examples. */
  readonly apart: ReadonlySet<string>;
}

/** What the texts are told apart by. */
export interface WordQuestion {
  readonly language: Language;
  readonly patterns: readonly Pattern[];
  /** Texts that are looked at on their own. */
  readonly avoid: ReadonlySet<string>;
  /** Texts that are nicer than what the search finds. */
  readonly nice?: readonly string[];
}

/** Several times as many states as policies that people write have; about 50 ms. */
const MAXIMUM_STATES = 1500;

/** Places in patterns, as one number each. */
const PLACES = 1 << 15;

interface State {
  readonly word: string;
  readonly language: number;
  /** Places in patterns that are still alive, sorted. */
  readonly places: readonly number[];
}

/**
 * Tells the texts apart; undefined where there are too many kinds. Where all texts of a kind may be among those to avoid,
 * nothing is avoided: then each of them is a pattern like others.
 */
export function classesOfWords(
  question: WordQuestion,
): WordClasses | undefined {
  return (
    classesBeside(question) ??
    classesBeside({
      ...question,
      avoid: new Set(),
      patterns: [
        ...question.patterns,
        ...[...question.avoid].map((text) => ({
          tokens: literalGlob(text),
          folds: false,
        })),
      ],
    })
  );
}

function classesBeside(question: WordQuestion): WordClasses | undefined {
  const search = new WordSearch(question);
  return search.run() ? search.classes() : undefined;
}

/** The first text that is as wished; all words, where there is none; undefined where there are too many. */
export function wordsUntil(
  question: WordQuestion,
  isWished: (word: string) => boolean,
):
  | { readonly word: string }
  | { readonly words: readonly string[] }
  | undefined {
  const search = new WordSearch(question);
  let wished: string | undefined;
  const isDone = search.run((word) => {
    if (isWished(word)) wished ??= word;
    return wished !== undefined;
  });
  if (wished !== undefined) return { word: wished };
  return isDone ? { words: search.words } : undefined;
}

class WordSearch {
  readonly #question: WordQuestion;
  readonly #states: State[] = [];
  readonly #known = new Map<string, State>();

  constructor(question: WordQuestion) {
    this.#question = question;
  }

  get words(): readonly string[] {
    return this.#states.map(({ word }) => word);
  }

  /** Looks at all words until one is enough; false where there are too many. */
  run(isEnough: (word: string) => boolean = () => false): boolean {
    this.#add(this.#start());
    for (let at = 0; at < this.#states.length; at++) {
      const state = this.#states[at];
      if (state === undefined || isEnough(state.word)) break;
      for (const char of this.#chars(state)) {
        const next = this.#after(state, char);
        if (next !== undefined) this.#add(next);
      }
      if (this.#states.length > MAXIMUM_STATES) return false;
    }
    return true;
  }

  classes(): WordClasses | undefined {
    const kinds = new Map<string, State>();
    for (const state of this.#states) {
      if (!this.#question.language.accepts(state.language)) continue;
      const kind = this.#kind(state);
      if (!kinds.has(kind)) kinds.set(kind, state);
    }
    const nice = this.#niceByKind();
    const examples: string[] = [];
    for (const [kind, { word }] of kinds) {
      const example = nice.get(kind) ?? this.#example(kind, word);
      if (example === undefined) return undefined;
      examples.push(example.word);
    }
    return { words: this.words, examples, apart: this.#question.avoid };
  }

  #start(): State {
    const { language, patterns } = this.#question;
    const places = patterns.flatMap((pattern, index) =>
      placesFrom(pattern, 0).map((place) => index * PLACES + place),
    );
    return { word: "", language: language.start, places };
  }

  #add(state: State): void {
    const key = `${state.language}|${state.places.join(",")}`;
    if (this.#known.has(key)) return;
    this.#known.set(key, state);
    this.#states.push(state);
  }

  #after(state: State, char: string): State | undefined {
    const language = this.#question.language.step(state.language, char);
    if (language < 0) return undefined;
    const places: number[] = [];
    for (const at of state.places) {
      const pattern = this.#question.patterns[Math.floor(at / PLACES)];
      if (pattern === undefined) continue;
      const base = at - (at % PLACES);
      for (const place of placesAfter(pattern, at % PLACES, char))
        places.push(base + place);
    }
    return { word: state.word + char, language, places: inOrder(places) };
  }

  /** The characters that a pattern treats in its own way, and `more` others. */
  #chars(state: State, more = 1): readonly string[] {
    const special = new Set(this.#question.language.special(state.language));
    for (const at of state.places) {
      const pattern = this.#question.patterns[Math.floor(at / PLACES)];
      if (pattern === undefined) continue;
      for (const char of charsAt(pattern, at % PLACES)) special.add(char);
    }
    const others = this.#question.language
      .chars(state.language, special.size + more)
      .split("")
      .filter((char) => !special.has(char));
    return [...special, ...others.slice(0, more)];
  }

  /** Which patterns a text fits that ends here. */
  #kind({ places }: State): string {
    return places
      .filter((at) => {
        const pattern = this.#question.patterns[Math.floor(at / PLACES)];
        return pattern?.tokens.length === at % PLACES;
      })
      .join(",");
  }

  #niceByKind(): ReadonlyMap<string, State> {
    const byKind = new Map<string, State>();
    for (const text of this.#question.nice ?? []) {
      const state = this.#read(text);
      if (state === undefined || this.#question.avoid.has(text)) continue;
      const kind = this.#kind(state);
      if (!byKind.has(kind)) byKind.set(kind, state);
    }
    return byKind;
  }

  #read(text: string): State | undefined {
    const state = this.#stateAfter(text);
    return state && this.#question.language.accepts(state.language)
      ? state
      : undefined;
  }

  #stateAfter(text: string): State | undefined {
    let state: State | undefined = this.#start();
    for (const char of text.split(""))
      state = state && this.#after(state, char);
    return state;
  }

  /** A text of the kind that is none to avoid, as like the word as can be; undefined where the search finds none. */
  #example(kind: string, word: string): State | undefined {
    return this.#longer(kind, word) ?? this.#branching(kind, word);
  }

  /** The word with a character more somewhere. */
  #longer(kind: string, word: string): State | undefined {
    for (let length = word.length; length >= 0; length--) {
      const begin = this.#stateAfter(word.slice(0, length));
      if (begin === undefined) continue;
      for (const char of this.#chars(begin, 2)) {
        const found = this.#read(begin.word + char + word.slice(length));
        if (found !== undefined && this.#isExample(found, kind)) return found;
      }
    }
    return undefined;
  }

  /** A text that leaves the word somewhere. */
  #branching(kind: string, word: string): State | undefined {
    for (let length = word.length; length >= 0; length--) {
      const begin = this.#stateAfter(word.slice(0, length));
      const found = begin && this.#near(begin, kind);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #isExample(state: State, kind: string): boolean {
    const { avoid, language } = this.#question;
    return (
      language.accepts(state.language) &&
      !avoid.has(state.word) &&
      this.#kind(state) === kind
    );
  }

  /** A text of the kind that goes on for a few characters and is none to avoid. */
  #near(begin: State, kind: string): State | undefined {
    let states: readonly State[] = [begin];
    for (let more = 0; more <= FURTHER; more++) {
      const found = states.find((state) => this.#isExample(state, kind));
      if (found !== undefined) return found;
      states = states.flatMap((state) =>
        this.#chars(state, 2).flatMap((char) => this.#after(state, char) ?? []),
      );
    }
    return undefined;
  }
}

function inOrder(places: readonly number[]): readonly number[] {
  return places.length < 2
    ? places
    : [...new Set(places)].toSorted((a, b) => a - b);
}

/** How many characters another text of a kind may have of its own. */
const FURTHER = 3;

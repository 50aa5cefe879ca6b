import type {
  AccessComparison,
  AccessReport,
  AccessTarget,
  Answers,
  CallAnswer,
  ClaimAnswer,
  Design,
  DesignChange,
  Finding,
  JsonObject,
  KeyNature,
  MatrixColumn,
  MatrixRow,
  Path,
  RowHead,
} from "../../core/index.ts";
import type { ReplayHead, ReplayPart, ReplayQuestion } from "./replay-work.ts";

/**
 * The questions about the meaning of a design that take longer than a frame: what is asked, what is known at once, and
 * the parts of the answer that come one after the other. A further kind of question is one entry here and one in
 * `works.ts`.
 */
export interface Questions {
  /** Who can do what with a key. */
  readonly access: {
    readonly question: {
      readonly design: Design;
      readonly key: string;
      readonly nature: KeyNature;
    };
    readonly head: AccessHead;
    readonly part: MatrixRow;
  };
  /** How conditions that do not bind can be made to, and whether that does nothing else: row by row. */
  readonly binding: {
    readonly question: {
      readonly design: Design;
      readonly key: string;
      readonly nature: KeyNature;
      readonly target: AccessTarget;
    };
    readonly head: { readonly change: DesignChange | undefined };
    readonly part: boolean;
  };
  /** What the policy of a key means as a whole. */
  readonly report: {
    readonly question: { readonly design: Design; readonly key: string };
    readonly head: null;
    readonly part: AccessReport;
  };
  /** Whether the claims of a design hold, of each key that they are about. */
  readonly claims: {
    readonly question: { readonly design: Design };
    readonly head: null;
    readonly part: ClaimAnswer;
  };
  /** Everything that is wrong with a design, part by part; what several parts find is to be taken once. */
  readonly findings: {
    readonly question: { readonly design: Design };
    readonly head: null;
    readonly part: readonly Finding[];
  };
  /** Who gains and loses access from one design to the next, key by key. */
  readonly compare: {
    readonly question: {
      readonly base: Design;
      readonly head: Design;
      /** The keys of both that can differ. @default all */
      readonly keys?: readonly string[];
    };
    readonly head: null;
    readonly part: DesignChanges;
  };
  /** Whether the policy of a key allows what recipes say that services call: recipe by recipe. */
  readonly calls: {
    readonly question: {
      readonly design: Design;
      readonly key: string;
      readonly uses: readonly RecipeUse[];
    };
    readonly head: null;
    readonly part: RecipeCalls;
  };
  /** What becomes of recorded requests under two policies. */
  readonly replay: {
    readonly question: ReplayQuestion;
    readonly head: ReplayHead;
    readonly part: ReplayPart;
  };
}

/** A recipe by its name, and what was answered so far. */
export interface RecipeUse {
  readonly name: string;
  readonly answers: Answers;
}

/** The calls of a recipe, and whether they are allowed. */
export interface RecipeCalls {
  readonly name: string;
  readonly calls: readonly CallAnswer[];
}

/** What changes from one design to another. */
export interface DesignChanges {
  readonly keys: readonly (AccessComparison & { readonly key: string })[];
  /** Keys that only the second design has. */
  readonly added: readonly string[];
  /** Keys that only the first design has. */
  readonly removed: readonly string[];
}

/** What a matrix is known to have before its rows are worked out. */
export interface AccessHead {
  /** The policy that the answer is about. */
  readonly document: JsonObject;
  /** Which parts of the design wrote each of its statements. */
  readonly origins: readonly (readonly Path[])[];
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly RowHead[];
}

/** A kind of question. */
export type Kind = keyof Questions;

/** A question to be answered. */
export interface Ask<K extends Kind> {
  readonly kind: K;
  readonly question: Questions[K]["question"];
}

/** A question of any kind. */
export type AnyAsk = { readonly [K in Kind]: Ask<K> }[Kind];

/** A question that is being worked on: what is known at once, and how to get each part. */
export interface Work<K extends Kind> {
  readonly head: Questions[K]["head"];
  readonly parts: readonly (() => Questions[K]["part"])[];
}

/** How to answer each kind of question; none where the design has not what is asked about. */
export type Works = {
  readonly [K in Kind]: (
    question: Questions[K]["question"],
  ) => Work<K> | undefined;
};

/** What whoever asked is told. */
export type Reply<K extends Kind> =
  | {
      readonly type: "head";
      readonly head: Questions[K]["head"];
      readonly total: number;
    }
  | { readonly type: "parts"; readonly parts: readonly Questions[K]["part"][] }
  | { readonly type: "done" }
  | { readonly type: "failed"; readonly message: string };

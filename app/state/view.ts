import type { CdkLine, Severity } from "../../core/index.ts";
import type { RequestForm } from "./request-form.ts";

/** The views of a key. */
export const keyViews = ["settings", "access", "policy"] as const;

/** A view of a key. */
export type KeyView = (typeof keyViews)[number];

/** The tabs of the strip below. */
export const drawerTabs = ["problems", "test", "compare", "proofs"] as const;

/** A tab of the strip below. */
export type DrawerTab = (typeof drawerTabs)[number];

/** The panes, of which a phone shows one. */
export type Pane = "design" | "key" | "code" | "problems";

/** Which principals the matrix shows. */
export const accessFilters = [
  "all",
  "can",
  "conditional",
  "not-binding",
] as const;

/** A choice of principals. */
export type AccessFilter = (typeof accessFilters)[number];

/** The orders of the principals in the matrix. */
export const accessOrders = ["policy", "name", "access"] as const;

/** An order of principals. */
export type AccessOrder = (typeof accessOrders)[number];

/** A cell of the matrix: who, and the column or the single action. */
export interface AccessCell {
  readonly row: string;
  readonly column: string;
}

/** Which problems are listed. */
export interface ProblemFilter {
  /** Of these severities; of all where there is none. */
  readonly severities: readonly Severity[];
  /** null stands for all families. */
  readonly family: string | null;
  /** The `id` of a key; empty for what is not about one key, null for all. */
  readonly key: string | null;
}

/** How the page is set up for one design; kept with it. */
export interface View {
  readonly tab: KeyView;
  /** The tab of the code pane. */
  readonly targetGroup: string;
  /** The language last used for each tab of the code pane. */
  readonly languages: Readonly<Record<string, string>>;
  /** CDK: only the construct, not the app around it. */
  readonly fragment: boolean;
  /** The CDK line whose program is shown; null stands for the design's. */
  readonly codeLine: CdkLine | null;
  /** The stack whose code is shown, where a target writes one stack. */
  readonly codeStack: string | null;
  /** The file of the code pane by name; null stands for the main one. */
  readonly codeFile: string | null;
  readonly drawerOpen: boolean;
  readonly drawerTab: DrawerTab;
  readonly problemFilter: ProblemFilter;
  /** What is accepted or turned out to be no fault is listed too. */
  readonly settledShown: boolean;
  readonly pane: Pane;
  /** The statement whose editor is open. */
  readonly openStatement: number | null;
  readonly statementFilter: "all" | "Allow" | "Deny";
  /** The cell of the matrix that is explained. */
  readonly accessCell: AccessCell | null;
  readonly accessFilter: AccessFilter;
  readonly accessOrder: AccessOrder;
  /** The request that is tested, as it was typed. */
  readonly requestForm: RequestForm | null;
  /** Whether one request is tested or recorded ones are replayed. */
  readonly requestMode: "one" | "replay";
}

/** How a design is shown first. */
export const initialView: View = {
  tab: "settings",
  targetGroup: "CloudFormation",
  languages: {},
  fragment: false,
  codeLine: null,
  codeStack: null,
  codeFile: null,
  drawerOpen: false,
  drawerTab: "problems",
  problemFilter: { severities: [], family: null, key: null },
  settledShown: false,
  pane: "key",
  openStatement: null,
  statementFilter: "all",
  accessCell: null,
  accessFilter: "all",
  accessOrder: "policy",
  requestForm: null,
  requestMode: "one",
};

import type { ClaimKind, ClaimOfKind } from "./claim.ts";
import type {
  AcceptedFinding,
  AccessSettings,
  AppliedRecipe,
  Claim,
  Consumer,
  Design,
  KeptTest,
  Key,
  Principal,
  SeparateAlias,
  Stack,
} from "./design.ts";
import type { KeyKind, KeyOfKind } from "./key-properties.ts";

/**
 * One named edit of a design, as data. `applyChange` gives the next design,
 * `invertChange` the change that leads back.
 *
 * A patch sets the properties it names; `null` removes an optional one.
 * A new `id` is followed by every use of the old one.
 */
export type DesignChange =
  | { readonly type: "edit-design"; readonly patch: DesignPatch }
  | StackChange
  | PrincipalChange
  | KeyChange
  | AliasChange
  | ConsumerChange
  | AccessChange
  | { readonly type: "batch"; readonly changes: readonly DesignChange[] };

/** An edit of the stacks of a design. */
export type StackChange =
  | {
      readonly type: "add-stack";
      readonly stack: Stack;
      readonly index: number;
    }
  | { readonly type: "remove-stack"; readonly stack: string }
  | {
      readonly type: "edit-stack";
      readonly stack: string;
      readonly patch: StackPatch;
    }
  | {
      /** Renames a parameter and every `${...}` that stands for it. */
      readonly type: "rename-parameter";
      readonly parameter: string;
      readonly to: string;
    };

/** An edit of the principals of a design. */
export type PrincipalChange =
  | {
      readonly type: "add-principal";
      readonly principal: Principal;
      readonly index: number;
    }
  | { readonly type: "remove-principal"; readonly principal: string }
  | {
      readonly type: "replace-principal";
      readonly principal: string;
      readonly by: Principal;
    };

/** An edit of the keys of a design. */
export type KeyChange =
  | { readonly type: "add-key"; readonly key: Key; readonly index: number }
  | { readonly type: "remove-key"; readonly key: string }
  | {
      readonly type: "edit-key";
      readonly key: string;
      readonly patch: KeyPatch;
    }
  | { readonly type: "replace-key"; readonly key: string; readonly by: Key };

/** An edit of the separate aliases of a design. */
export type AliasChange =
  | {
      readonly type: "add-alias";
      readonly alias: SeparateAlias;
      readonly index: number;
    }
  | {
      readonly type: "remove-alias";
      readonly alias: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-alias";
      readonly alias: string;
      readonly patch: AliasPatch;
    };

/** An edit of the resources that use a key. */
export type ConsumerChange =
  | {
      readonly type: "add-consumer";
      readonly consumer: Consumer;
      readonly index: number;
    }
  | {
      readonly type: "remove-consumer";
      readonly consumer: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-consumer";
      readonly consumer: string;
      readonly patch: ConsumerPatch;
    };

/** An edit of what the design says of access: what verdicts assume, claims, tests, accepted findings and applied recipes. */
export type AccessChange =
  SettingsChange | ClaimChange | TestChange | AcceptedChange | RecipeChange;

/** An edit of what verdicts about access assume. */
export interface SettingsChange {
  readonly type: "edit-settings";
  readonly patch: SettingsPatch;
  /** Leave empty settings behind the last one, as the design had before it. @default they go with it */
  readonly keepsSettings?: boolean;
}

/** An edit of the claims of a design. */
export type ClaimChange =
  | {
      readonly type: "add-claim";
      readonly claim: Claim;
      readonly index: number;
    }
  | {
      readonly type: "remove-claim";
      readonly claim: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-claim";
      readonly claim: string;
      readonly patch: ClaimPatch;
    }
  | {
      /** Puts a claim, perhaps of another kind, in the place of another. */
      readonly type: "replace-claim";
      readonly claim: string;
      readonly by: Claim;
    }
  | {
      /** Moves a claim to a place of the list without it. */
      readonly type: "move-claim";
      readonly claim: string;
      readonly index: number;
    };

/** An edit of the tests of a design. */
export type TestChange =
  | {
      readonly type: "add-test";
      readonly test: KeptTest;
      readonly index: number;
    }
  | {
      readonly type: "remove-test";
      readonly test: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-test";
      readonly test: string;
      readonly patch: TestPatch;
    }
  | {
      /** Moves a test to a place of the list without it. */
      readonly type: "move-test";
      readonly test: string;
      readonly index: number;
    };

/** An edit of what findings a design accepts. */
export type AcceptedChange =
  | {
      readonly type: "add-accepted";
      readonly accepted: AcceptedFinding;
      readonly index: number;
    }
  | {
      readonly type: "remove-accepted";
      readonly accepted: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-accepted";
      readonly accepted: string;
      readonly patch: AcceptedPatch;
    };

/** An edit of the recipes that wrote statements; the statements themselves are of their keys. */
export type RecipeChange =
  | {
      readonly type: "add-recipe";
      readonly applied: AppliedRecipe;
      readonly index: number;
    }
  | {
      readonly type: "remove-recipe";
      readonly applied: string;
      /** Leave an empty list behind the last one, as the design had before it. @default the list goes with it */
      readonly keepsList?: boolean;
    }
  | {
      readonly type: "edit-recipe";
      readonly applied: string;
      readonly patch: AppliedRecipePatch;
    };

/** New values for properties of the design itself. */
export type DesignPatch = Patch<Pick<Design, "name" | "cdk">>;

/** New values for properties of a stack. */
export type StackPatch = Patch<Stack>;

/** New values for properties of a separate alias. */
export type AliasPatch = Patch<SeparateAlias>;

/** New values for properties of a resource that uses a key. */
export type ConsumerPatch = Patch<Consumer>;

/** New values for what verdicts about access assume; the organization is given whole. */
export type SettingsPatch = Patch<AccessSettings>;

/** New values for properties of a test; the request is given whole. */
export type TestPatch = Patch<KeptTest>;

/** New values for properties of an accepted finding. */
export type AcceptedPatch = Patch<AcceptedFinding>;

/** New values for properties of an applied recipe; the answers are given whole. */
export type AppliedRecipePatch = Patch<Pick<AppliedRecipe, "id" | "answers">>;

type ClaimPatches = {
  readonly [Kind in ClaimKind]: Patch<Omit<ClaimOfKind<Kind>, "kind">>;
};

/** New values for properties of a claim of a kind. */
export type ClaimPatchOf<Kind extends ClaimKind> = ClaimPatches[Kind];

/** New values for properties of a claim of any kind; it must be of a kind that has them all. */
export type ClaimPatch = ClaimPatches[ClaimKind];

type KeyPatches = {
  readonly [Kind in KeyKind]: Patch<Omit<KeyOfKind<Kind>, "kind">>;
};

/** New values for properties of a key of a kind, `id` included; lists and the policy are given whole. */
export type KeyPatchOf<Kind extends KeyKind> = KeyPatches[Kind];

/** New values for properties of a key of any kind; it must be of a kind that has them all. */
export type KeyPatch = KeyPatches[KeyKind];

/** A value for each property to set, `null` for each optional property to remove. */
export type Patch<T> = {
  readonly [Name in keyof T]?: undefined extends T[Name]
    ? T[Name] | null
    : T[Name];
};

import type { Design, OwnedKey } from "../design/design.ts";
import type { JsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import { resolverOf } from "./cross-stack.ts";
import { oncePerKey } from "./once-per-key.ts";
import { plainReference } from "./plain-references.ts";
import type { RenderedPolicy } from "./policy-document.ts";
import { policyOf } from "./synth-key.ts";
import { builtDesign, synthesizeKeyPolicy } from "./synthesize.ts";
import { writtenOut } from "./written-out.ts";

/** A key policy in which only pseudo parameters are left to CloudFormation. */
export interface KeyPolicyDocument {
  /** Undefined where the policy has no statements. */
  readonly document: JsonObject | undefined;
  /** Which parts of the design wrote each statement. */
  readonly origins: readonly (readonly Path[])[];
  /** The pseudo parameters of a template that were worked out. */
  readonly pseudo: ReadonlySet<string>;
  /** What stands for references to other resources. */
  readonly notes: readonly string[];
}

/** The policy of a key as the CDK makes it, with what it refers to written out. */
export const keyPolicyDocument = oncePerKey(
  (design, key: OwnedKey): KeyPolicyDocument => {
    const node = builtDesign(design).keys.get(key.id);
    if (node?.statements === undefined)
      return {
        document: undefined,
        origins: [],
        pseudo: new Set(),
        notes: [],
      };
    const notes = new Set<string>();
    const rendered = synthesizeKeyPolicy(design, key);
    const written = writtenOut(
      rendered.hasReferences ? withoutReferences(design, key, notes) : rendered,
      node.home.stack,
    );
    const { document, origins, pseudo } = written;
    return {
      document,
      origins,
      pseudo,
      notes: [...notes, ...new Set(written.notes)],
    };
  },
);

/** The policy with something plain in place of each reference, which the notes tell. */
function withoutReferences(
  design: Design,
  key: OwnedKey,
  notes: Set<string>,
): RenderedPolicy {
  const { assembly, keys } = builtDesign(design);
  const node = keys.get(key.id);
  if (node?.statements === undefined)
    return { document: undefined, origins: [] };
  const resolve = resolverOf(assembly, node.home);
  const policy = policyOf(key, node.statements, assembly);
  return policy.render((mark) => {
    const reference = assembly.reference(mark);
    if (reference === undefined) return resolve(mark);
    const { value, note } = plainReference(design, reference);
    notes.add(note);
    return value;
  });
}

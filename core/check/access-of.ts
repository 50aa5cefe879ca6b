import type { AccessFacts } from "../prove/access-facts.ts";
import { accessFacts } from "../prove/access-facts.ts";
import type { PolicyView } from "./policy-view.ts";

/** What the prover knows of a policy; each part is worked out when a rule first asks. */
export function accessOf({ subject }: PolicyView): AccessFacts {
  return accessFacts(subject);
}

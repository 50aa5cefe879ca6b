import type { PolicyEntry } from "../../../core/index.ts";
import { isInKeyPolicy } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";

/** How many grants are nowhere in the key policy, and the way to them. */
export function ElsewhereGrants({
  entries,
  index,
}: {
  readonly entries: readonly PolicyEntry[];
  readonly index: number;
}) {
  const count = entries.filter(
    (entry) => entry.provenance === "grant" && !isInKeyPolicy(entry),
  ).length;
  if (count === 0) return null;
  return (
    <p className="elsewhere-grants">
      {policyText.elsewhereGrants(count)}{" "}
      <Button
        variant="link"
        onClick={() => showPlace(["keys", index, "grants"])}
      >
        {policyText.toGrants}
      </Button>
    </p>
  );
}

import type { Key } from "../../../core/index.ts";
import { isOwned } from "../../../core/index.ts";
import { ExistingPolicy } from "./existing-policy.tsx";
import { OwnedPolicy } from "./owned-policy.tsx";
import "./policy-view.css";

/** The key policy: every statement as a sentence, and where it comes from. */
export function PolicyView({
  keyOfPolicy: key,
  index,
}: {
  readonly keyOfPolicy: Key;
  readonly index: number;
}) {
  return (
    <div className="policy">
      {isOwned(key) ? (
        <OwnedPolicy keyOfPolicy={key} index={index} />
      ) : (
        <ExistingPolicy keyOfPolicy={key} index={index} />
      )}
    </div>
  );
}

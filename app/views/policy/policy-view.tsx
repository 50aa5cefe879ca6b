import type { Key } from "../../../core/index.ts";
import { isOwned } from "../../../core/index.ts";
import { hasWholePolicy } from "../../state/override-edits.ts";
import { ExistingPolicy } from "./existing-policy.tsx";
import { OwnedPolicy } from "./owned-policy.tsx";
import "./policy-view.css";
import { WholePolicy } from "./whole-policy.tsx";

interface Props {
  readonly keyOfPolicy: Key;
  readonly index: number;
}

/** The key policy: every statement as a sentence, and where it comes from. */
export function PolicyView({ keyOfPolicy: key, index }: Props) {
  return (
    <div className="policy">
      <PolicyOfKind keyOfPolicy={key} index={index} />
    </div>
  );
}

function PolicyOfKind({ keyOfPolicy: key, index }: Props) {
  if (!isOwned(key)) return <ExistingPolicy keyOfPolicy={key} index={index} />;
  return hasWholePolicy(key) ? (
    <WholePolicy keyOfPolicy={key} index={index} />
  ) : (
    <OwnedPolicy keyOfPolicy={key} index={index} />
  );
}

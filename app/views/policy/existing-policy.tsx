import { useMemo } from "react";
import type { ReferredKey } from "../../../core/index.ts";
import { landings, policyEntries } from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { grantsText } from "../../text/grants.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { EffectIcon } from "../../ui/icons.tsx";
import { SentenceText } from "./sentence-text.tsx";

/** Of a key that exists the design has no policy, only what it grants. */
export function ExistingPolicy({
  keyOfPolicy: key,
  index,
}: {
  readonly keyOfPolicy: ReferredKey;
  readonly index: number;
}) {
  const design = useApp(designOf);
  const entries = useMemo(() => policyEntries(design, key), [design, key]);
  return (
    <div className="policy-existing">
      <p>{policyText.existing}</p>
      <p>
        {entries.length === 0
          ? policyText.noPolicyEntries
          : policyText.existingGrants}
      </p>
      <ul className="statements" aria-label={grantsText.list(key.id)}>
        {entries.map(({ sentence, effect, landing, path }) => (
          <li key={path.join("/")} className="statement statement-plain">
            <span className={`effect-${effect.toLowerCase()}`}>
              <EffectIcon effect={effect} />
            </span>
            <SentenceText sentence={sentence} short={false} />
            <span className="grow" />
            {landing !== undefined && (
              <span className="provenance">
                {grantsText.where[landings[landing].where]}
              </span>
            )}
          </li>
        ))}
      </ul>
      <Button
        variant="link"
        onClick={() => showPlace(["keys", index, "grants"])}
      >
        {policyText.toGrants}
      </Button>
    </div>
  );
}

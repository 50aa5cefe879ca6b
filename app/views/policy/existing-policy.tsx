import { useMemo } from "react";
import type { JsonObject, ReferredKey } from "../../../core/index.ts";
import {
  isJsonList,
  isJsonObject,
  landings,
  policyEntries,
  sentenceOf,
} from "../../../core/index.ts";
import { showPlace } from "../../commands/problems.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { grantsText } from "../../text/grants.ts";
import { policyText } from "../../text/policy.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
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
  const found = foundStatements(key);
  return (
    <div className="policy-existing">
      {found.length === 0 ? (
        <p>{policyText.existing}</p>
      ) : (
        <FoundStatements statements={found} />
      )}
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

/** The policy that the key has, as far as it is known. */
function FoundStatements({
  statements,
}: {
  readonly statements: readonly JsonObject[];
}) {
  const design = useApp(designOf);
  return (
    <>
      <p>{policyText.found}</p>
      <ul className="statements" aria-label={policyText.foundList}>
        {keyed(statements, (json) => JSON.stringify(json)).map(
          ({ key, item }) => (
            <li key={key} className="statement statement-plain">
              <span
                className={
                  item["Effect"] === "Deny" ? "effect-deny" : "effect-allow"
                }
              >
                <EffectIcon
                  effect={item["Effect"] === "Deny" ? "Deny" : "Allow"}
                />
              </span>
              <SentenceText
                sentence={sentenceOf(design, { verbatim: item })}
                short={false}
              />
            </li>
          ),
        )}
      </ul>
    </>
  );
}

function foundStatements(key: ReferredKey): readonly JsonObject[] {
  const found = key.kind === "imported" ? key.found : undefined;
  const list = found?.policyDocument?.["Statement"] ?? [];
  return (isJsonList(list) ? list : [list]).filter((one) => isJsonObject(one));
}

import type { Key } from "../../../core/index.ts";
import {
  effectiveKey,
  fullAliasName,
  keySpecs,
  keyUsages,
  monthlyPrice,
} from "../../../core/index.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keysText } from "../../text/keys.ts";

/** The name of the key and what it is, in a line. */
export function KeyHead({ keyOfHead }: { readonly keyOfHead: Key }) {
  const region = useApp(
    (state) =>
      designOf(state).stacks.find(({ id }) => id === keyOfHead.stack)?.region,
  );
  const [alias] = keyOfHead.aliases;
  return (
    <div className="key-head">
      <div className="key-title">
        <h2>{keyOfHead.id}</h2>
        {alias !== undefined && (
          <span className="mono key-alias">{fullAliasName(alias)}</span>
        )}
      </div>
      <ul className="key-facts">
        {keyFacts(keyOfHead, region).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

function keyFacts(key: Key, region: string | undefined): readonly string[] {
  const { keySpec, keyUsage, enabled, multiRegion, ...rest } =
    effectiveKey(key);
  return [
    `${keySpecs[keySpec].label}, ${keyUsages[keyUsage].label.toLowerCase()}`,
    ...(region === undefined ? [] : [region]),
    ...(multiRegion ? [keysText.multiRegion] : []),
    ...(rest.enableKeyRotation
      ? [keysText.rotates(rest.rotationPeriodInDays)]
      : []),
    ...(enabled ? [] : [keysText.disabled]),
    keysText.price(monthlyPrice(key).amount),
  ];
}

import type { DefinedKey, Design, Key } from "../../../core/index.ts";
import {
  effectiveKey,
  fullAliasName,
  isDefined,
  isOwned,
  keySpecs,
  keyUsages,
  monthlyPrice,
} from "../../../core/index.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { keyKinds } from "../../text/key-kinds.ts";
import { keysText } from "../../text/keys.ts";
import { PartHead } from "./part-head.tsx";

/** The name of the key and what it is, in a line. */
export function KeyHead({ keyOfHead }: { readonly keyOfHead: Key }) {
  const design = useApp(designOf);
  const [alias] = keyOfHead.aliases;
  return (
    <PartHead
      name={keyOfHead.id}
      more={
        alias !== undefined && (
          <span className="mono key-alias">{fullAliasName(alias)}</span>
        )
      }
      facts={keyFacts(design, keyOfHead)}
    />
  );
}

function keyFacts({ stacks }: Design, key: Key): readonly string[] {
  const region = stacks.find(({ id }) => id === key.stack)?.region;
  return [
    ...(isDefined(key) ? natureOf(key) : [keyKinds[key.kind].label]),
    ...(region === undefined ? [] : [region]),
    ...(isDefined(key) ? lifeOf(key) : []),
    ...(isOwned(key) && key.enabled === false ? [keysText.disabled] : []),
    ...(isOwned(key) ? [keysText.price(monthlyPrice(key).amount)] : []),
  ];
}

function natureOf(key: DefinedKey): readonly string[] {
  const { keySpec, keyUsage } = effectiveKey(key);
  return [
    `${keySpecs[keySpec].label}, ${keyUsages[keyUsage].label.toLowerCase()}`,
  ];
}

function lifeOf(key: DefinedKey): readonly string[] {
  const { multiRegion, enableKeyRotation, rotationPeriodInDays } =
    effectiveKey(key);
  return [
    ...(multiRegion ? [keysText.multiRegion] : []),
    ...(enableKeyRotation ? [keysText.rotates(rotationPeriodInDays)] : []),
  ];
}

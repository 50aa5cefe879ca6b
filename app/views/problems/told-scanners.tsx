import { keysOf } from "../../../core/index.ts";
import { scannerRulesOf, scanners } from "../../lazy/checks.ts";
import { acceptText as words } from "../../text/mend.ts";

/** The scanners that read in the template that a rule is accepted, and what they call it. */
export function ToldScanners({ rule }: { readonly rule: string }) {
  const rules = scannerRulesOf(rule);
  const told = keysOf(scanners).flatMap((scanner) => {
    const ids = rules?.[scanner] ?? [];
    return ids.length === 0 ? [] : [{ name: scanners[scanner].name, ids }];
  });
  const untold = rules?.controlTower ?? [];
  return (
    <>
      <h3>{words.scanners}</h3>
      <p>{told.length === 0 ? words.noScanners : words.scannersHelp}</p>
      {told.length > 0 && (
        <ul>
          {told.map(({ name, ids }) => (
            <li key={name}>
              {name}: <code className="mono">{ids.join(", ")}</code>
            </li>
          ))}
        </ul>
      )}
      {untold.length > 0 && <p>{words.cannotTell(untold.join(", "))}</p>}
    </>
  );
}

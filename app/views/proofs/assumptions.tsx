import { proofsText } from "../../text/proofs.ts";
import { keyed } from "../../ui/keyed.ts";
import { TextWithCode } from "../fields/problem-text.tsx";

/** What was taken for granted. */
export function Assumptions({ list }: { readonly list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <details className="assumptions">
      <summary>{proofsText.assumptions(list.length)}</summary>
      <ul>
        {keyed(list, String).map(({ key, item }) => (
          <li key={key}>
            <TextWithCode text={item} />
          </li>
        ))}
      </ul>
    </details>
  );
}

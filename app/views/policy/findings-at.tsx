import type { Path } from "../../../core/index.ts";
import { worstFirst } from "../../state/findings.ts";
import { useFindings } from "../../state/use-findings.ts";
import { FindingList } from "../fields/finding-list.tsx";

/** What is wrong at a place, with a way out where there is one. */
export function FindingsAt({ path }: { readonly path: Path }) {
  return <FindingList findings={worstFirst(useFindings(path))} />;
}

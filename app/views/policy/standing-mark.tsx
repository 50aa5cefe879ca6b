import { useDeferredValue, useMemo } from "react";
import type {
  OwnedKey,
  Path,
  StatementStanding,
  Subject,
} from "../../../core/index.ts";
import { samePath } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { reportAsked } from "../../state/proofs.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { VerdictIcon } from "../proofs/verdict-icon.tsx";

interface Props {
  readonly keyOfMark: OwnedKey;
  /** The part of the design that makes the statement. */
  readonly path: Path;
}

/** What the prover knows of a statement, where it is worth a word. What was edited is painted before. */
export function StandingMark(props: Props) {
  const { keyOfMark } = props;
  const document = useDeferredValue(useApp((state) => state.document));
  const design = document?.design;
  const key = design?.keys.find(({ id }) => id === keyOfMark.id);
  const subject = useMemo(
    () => design && key && subjectOfKey(design, key),
    [design, key],
  );
  return (
    document &&
    subject && <Mark {...props} document={document} subject={subject} />
  );
}

function Mark({
  keyOfMark: key,
  path,
  document,
  subject,
}: Props & { readonly document: OpenDocument; readonly subject: Subject }) {
  const { answer, isCurrent } = useMeaning<"report">(
    reportAsked(document, key.id, subject),
  );
  // While it is proven anew, the places of the last answer may be those of other statements.
  const statements = isCurrent ? (answer.parts[0]?.statements ?? []) : [];
  const standing = statements.find(({ statement }) =>
    subject.origins[statement]?.some((origin) => samePath(origin, path)),
  );
  if (standing === undefined) return null;
  return wordsOf(standing).map(({ text, tone }) => (
    <span key={text} className={`standing-of standing-${tone}`}>
      <VerdictIcon tone={tone} size={13} />
      {text}
    </span>
  ));
}

function wordsOf({ standing, isPublic }: StatementStanding) {
  const idle =
    standing === "needed" || standing === "unknown"
      ? []
      : [{ text: proofsText.standings[standing], tone: "open" as const }];
  return isPublic
    ? [{ text: proofsText.makesPublic, tone: "bad" as const }, ...idle]
    : idle;
}

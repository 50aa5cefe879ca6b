import { useMemo } from "react";
import type { AccessReport, Key, Subject } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { claimsAsked, leansOn, reportAsked } from "../../state/proofs.ts";
import { setView } from "../../state/select.ts";
import { keyOf } from "../../state/selectors.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";
import { useQuiet } from "../../ui/use-quiet.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { shortPrincipal } from "./short-principal.ts";
import { toneOf } from "./proof-row.tsx";
import { VerdictIcon, type Tone } from "./verdict-icon.tsx";

const words = proofsText.strip;

/** How long nothing is typed before the proofs are looked at again, in milliseconds. */
const pause = 150;

/** How the proofs stand, in a few words; a click shows them. What is being typed is painted before. */
export function ProofStanding() {
  const document = useQuiet(
    useApp((state) => state.document),
    pause,
  );
  const id = useApp((state) => keyOf(state)?.id);
  const design = document?.design;
  const key = design?.keys.find((one) => one.id === id);
  const subject = useMemo(
    () => design && key && subjectOfKey(design, key),
    [design, key],
  );
  if (document === null) return null;
  return (
    <span className="standing" role="group" aria-label={proofsText.standing}>
      {key !== undefined && subject !== undefined && (
        <OfKey document={document} keyOfReport={key} subject={subject} />
      )}
      {(document.design.claims ?? []).length > 0 && (
        <OfClaims document={document} />
      )}
    </span>
  );
}

function OfKey({
  document,
  keyOfReport: key,
  subject,
}: {
  readonly document: OpenDocument;
  readonly keyOfReport: Key;
  readonly subject: Subject;
}) {
  const { answer } = useMeaning<"report">(
    reportAsked(document, key.id, subject),
  );
  const report: AccessReport | undefined = answer.parts[0];
  if (report === undefined) return null;
  const { notPublic, manageable } = report;
  const alone = leansOn(report);
  const isOpen = alone.length > 0;
  return (
    <>
      <Mark tone={toneOf(notPublic.verdict)} text={publicWords(report)} />
      <Mark
        tone={isOpen ? "open" : toneOf(manageable.verdict)}
        text={manageableWords(report)}
      />
    </>
  );
}

function publicWords({ notPublic: { verdict } }: AccessReport): string {
  if (verdict === "proven") return words.notPublic;
  return verdict === "refuted" ? words.isPublic : words.publicUnknown;
}

function manageableWords(report: AccessReport): string {
  const { verdict } = report.manageable;
  if (verdict === "refuted") return words.unmanageable;
  if (verdict === "unknown") return words.manageableUnknown;
  const [first] = leansOn(report);
  return first === undefined
    ? words.manageableWithout
    : words.leansOn(shortPrincipal(first).replace(/ \(\d+\)$/, ""));
}

function OfClaims({ document }: { readonly document: OpenDocument }) {
  const meaning = useMeaning<"claims">(claimsAsked(document));
  const claims = document.design.claims ?? [];
  const { parts, status } = meaning.answer;
  if (status !== "done") return null;
  const failing = new Set(
    parts
      .filter(({ verdict }) => verdict !== "proven")
      .map(({ claim }) => claim),
  );
  const isRefuted = parts.some(({ verdict }) => verdict === "refuted");
  const tone = isRefuted ? "bad" : "unknown";
  return (
    <Mark
      tone={failing.size === 0 ? "good" : tone}
      text={
        failing.size === 0
          ? words.claimsHold(claims.length)
          : words.claimsFail(failing.size, claims.length)
      }
    />
  );
}

function Mark({ tone, text }: { readonly tone: Tone; readonly text: string }) {
  return (
    <button
      type="button"
      className="standing-mark"
      title={text}
      onClick={() => setView({ drawerTab: "proofs", drawerOpen: true })}
    >
      <VerdictIcon tone={tone} size={14} />
      <span>{text}</span>
    </button>
  );
}

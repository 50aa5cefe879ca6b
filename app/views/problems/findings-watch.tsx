import { useEffect } from "react";
import { eachOnce } from "../../../core/index.ts";
import { findingsAsked } from "../../state/findings.ts";
import { useApp, type OpenDocument } from "../../state/store.ts";
import { useQuiet } from "../../ui/use-quiet.ts";
import { useMeaning } from "../../workers/use-meaning.ts";

/** How long nothing is typed before the worker looks at the design, in milliseconds. */
const pause = 200;

/** The document as it was last for a while without typing: what the worker is asked about. */
export function useQuietDocument(): OpenDocument | null {
  const document = useApp((state) => state.document);
  const isTyping = document?.history.past.at(-1)?.field !== undefined;
  return useQuiet(document, isTyping ? pause : 0);
}

/** Has the worker look at the design as it changes, and keeps what it finds; shows nothing. */
export function FindingsWatch() {
  const document = useQuietDocument();
  return document && <Watch document={document} />;
}

function Watch({ document }: { readonly document: OpenDocument }) {
  const { answer, isCurrent } = useMeaning<"findings">(findingsAsked(document));
  const { parts } = answer;
  useEffect(() => {
    if (!isCurrent) return;
    useApp.setState({
      checked: {
        document: document.id,
        design: document.design,
        findings: eachOnce(parts.flat()),
      },
    });
  }, [document, parts, isCurrent]);
  return null;
}

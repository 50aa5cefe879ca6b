import { useEffect, useRef, useSyncExternalStore } from "react";
import type { Exported } from "../../../core/index.ts";
import {
  linesWrittenBy,
  companionOf,
  languageOf,
  shownTarget,
  writerOf,
  type LineRange,
} from "../../state/export.ts";
import { codeDraft, editableCode, enterCode } from "../../state/code-text.ts";
import { markersOf, type CodeMarker } from "../../state/code-markers.ts";
import { loadTexts } from "../../state/texts.ts";
import { selectPath } from "../../state/select.ts";
import { useSelectedPath } from "../../state/use-selected-path.ts";
import { useApp } from "../../state/store.ts";
import { useTheme } from "../../theme/theme.ts";
import { loadable } from "../../ui/loadable.tsx";
import { Guarded } from "../shell/failure.tsx";
import type { HandedFocus } from "./handed-focus.ts";
import { PlainCode } from "./plain-code.tsx";
import { editorWanted, fetchEditor, onEditorWanted } from "./when-idle.ts";

const Editor = loadable(
  // Without the editor the plain text serves as well.
  () =>
    fetchEditor().then(
      (m) => m.CodeEditor,
      () => PlainCode,
    ),
  PlainCode,
);

/** What both ways to show code are given. */
export interface CodeViewProps {
  readonly text: string;
  readonly language: string;
  readonly name: string;
  /** The lines that the selection wrote. */
  readonly tinted: readonly LineRange[];
  /** The code itself made the selection, so it stays where it is. */
  readonly keepPlace: boolean;
  readonly handedFocus: HandedFocus;
  readonly onPick: (offset: number) => void;
  /** Takes the text that the person makes of it; undefined where it is only to be read. */
  readonly onEdit: ((text: string) => void) | undefined;
  /** What is wrong, where it stands in the text. */
  readonly markers: readonly CodeMarker[];
}

/** The code: at once as coloured text, then in the editor when that has come. */
export function CodeView({ exported }: { readonly exported: Exported }) {
  const wanted = useSyncExternalStore(onEditorWanted, editorWanted);
  useEffect(() => {
    if (wanted) loadTexts();
  }, [wanted]);
  const props = useCodeViewProps(exported);
  const theme = useTheme();
  if (!wanted) return <PlainCode {...props} />;
  return (
    <Guarded>
      <Editor {...props} theme={theme} />
    </Guarded>
  );
}

function useCodeViewProps(exported: Exported): CodeViewProps {
  const draft = useApp(codeDraft);
  const isEditable = useApp(
    (state) =>
      editableCode(state) !== undefined && state.session.texts !== null,
  );
  const markers = useApp(markersOf);
  // The spans are those of the text that the design has.
  const isShown = draft === undefined || draft.text === exported.text;
  const target = useApp(shownTarget);
  const companion = useApp(companionOf);
  const path = useSelectedPath();
  const handedFocus = useRef(false);
  const keepPlace = useApp(({ selection }) => selection.origin === "code");
  return {
    text: draft?.text ?? exported.text,
    onEdit: isEditable ? enterCode : undefined,
    markers,
    ...(companion === undefined
      ? {
          name: `${target.group} ${languageOf(target)}`,
          language: target.editorLanguage,
        }
      : { name: companion.fileName, language: "json" }),
    tinted: path === null || !isShown ? [] : linesWrittenBy(exported, path),
    keepPlace,
    handedFocus,
    onPick: (offset) => {
      const writer = isShown ? writerOf(exported, offset) : undefined;
      if (writer !== undefined) selectPath(writer, "code");
    },
  };
}

import { useEffect, useEffectEvent, useRef } from "react";
import type { LineRange } from "../state/export.ts";
import type { Theme } from "../theme/theme.ts";
import type { CodeViewProps } from "../views/code/code-view.tsx";
import { useHandedFocus } from "../views/code/handed-focus.ts";
import {
  onCursorMoved,
  onTyped,
  openEditor,
  showMarkers,
  showText,
  showTheme,
  type Editor,
} from "./setup.ts";

/** The code in the editor: tints what the selection wrote, and the cursor selects what wrote its line. */
export function CodeEditor({
  text,
  language,
  name,
  tinted,
  keepPlace,
  handedFocus,
  onPick,
  onEdit,
  markers,
  theme,
}: CodeViewProps & { readonly theme: Theme }) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(null);
  const tints = useRef<TintedLines>(null);
  const pick = useEffectEvent(onPick);
  const typed = useEffectEvent((now: string) => onEdit?.(now));
  const isEditable = onEdit !== undefined;
  useEffect(() => {
    if (host.current === null) return undefined;
    const opened = openEditor(host.current);
    editor.current = opened;
    tints.current = opened.createDecorationsCollection();
    const cursor = onCursorMoved(opened, (offset) => pick(offset));
    const changes = onTyped(opened, (now) => typed(now));
    return () => {
      cursor.dispose();
      changes.dispose();
      opened.dispose();
    };
  }, []);
  useHandedFocus(handedFocus, host, () => editor.current?.focus());
  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    if (editor.current) showText(editor.current, text, language);
  }, [text, language]);
  useEffect(() => {
    if (editor.current) showMarkers(editor.current, markers);
  }, [markers, text]);
  useEffect(() => {
    editor.current?.updateOptions({
      ariaLabel: name,
      readOnly: !isEditable,
      domReadOnly: !isEditable,
    });
  }, [name, isEditable]);
  const ranges = tinted.map(({ first, last }) => `${first}-${last}`).join();
  useEffect(() => {
    tints.current?.set(tinted.map(decoration));
    const first = tinted[0];
    if (!keepPlace && first !== undefined)
      editor.current?.revealLinesInCenterIfOutsideViewport(
        first.first,
        first.last,
      );
    // The ranges as text stand for the list.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `tinted` is a new list on every render, `ranges` says when it differs
  }, [ranges, text, keepPlace]);
  return <div className="editor-host" ref={host} />;
}

type TintedLines = ReturnType<Editor["createDecorationsCollection"]>;

function decoration({ first, last }: LineRange) {
  return {
    range: {
      startLineNumber: first,
      startColumn: 1,
      endLineNumber: last,
      endColumn: 1,
    },
    options: {
      isWholeLine: true,
      className: "editor-tint",
      linesDecorationsClassName: "editor-tint-bar",
      overviewRuler: { color: "#0a84b8", position: 1 },
    },
  };
}

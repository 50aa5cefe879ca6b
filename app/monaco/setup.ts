import * as monaco from "monaco-editor/editor";
// The feature "suggest" has inline completions only (monaco-editor 0.57.0).
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import workerUrl from "monaco-editor/editor/editor.worker?worker&url";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/wordOperations/register";
import type { CodeMarker } from "../state/code-markers.ts";
import type { Theme } from "../theme/theme.ts";
import {
  colouredLanguages,
  tokensOfLine,
  type CodeToken,
} from "../views/code/tokens.ts";
import { assistIn } from "./assist.ts";

// The editor signs the address of its worker with a Trusted Types policy of its own; it could not sign a worker of ours.
self.MonacoEnvironment = { getWorkerUrl: () => workerUrl };

// The colours are those of the plain text that the editor takes the place of, so nothing changes when it comes.
const unchanging: monaco.languages.IState = {
  clone: () => unchanging,
  equals: (other) => other === unchanging,
};

for (const id of colouredLanguages) {
  monaco.languages.register({ id });
  monaco.languages.setTokensProvider(id, {
    getInitialState: () => unchanging,
    tokenize: (line) => ({
      tokens: editorTokens(tokensOfLine(line, id)),
      endState: unchanging,
    }),
  });
}

assistIn("yaml");
assistIn("json");

function editorTokens(
  tokens: readonly CodeToken[],
): { startIndex: number; scopes: string }[] {
  let startIndex = 0;
  return tokens.map(({ kind, text }) => {
    const token = { startIndex, scopes: kind };
    startIndex += text.length;
    return token;
  });
}

const shared = {
  "editor.lineHighlightBackground": "#00000000",
  "editor.lineHighlightBorder": "#00000000",
};

const themes = { light: "keywright-light", dark: "keywright-dark" } as const;

monaco.editor.defineTheme(themes.light, {
  base: "vs",
  inherit: true,
  rules: [
    { token: "type", foreground: "0b5cad" },
    { token: "string", foreground: "14663a" },
    { token: "number", foreground: "8a4b00" },
    { token: "keyword", foreground: "6b3fa0" },
    { token: "comment", foreground: "5a6270" },
  ],
  colors: {
    ...shared,
    "editor.background": "#ffffff",
    "editorLineNumber.foreground": "#565d68",
  },
});
monaco.editor.defineTheme(themes.dark, {
  base: "vs-dark",
  inherit: true,
  rules: [
    { token: "type", foreground: "75c8ff" },
    { token: "string", foreground: "7fd6a4" },
    { token: "number", foreground: "f0b060" },
    { token: "keyword", foreground: "c9a6ff" },
    { token: "comment", foreground: "9aa4b2" },
  ],
  colors: {
    ...shared,
    "editor.background": "#161d26",
    "editorLineNumber.foreground": "#a4abb6",
  },
});

/** A code editor in an element of the page. */
export type Editor = monaco.editor.IStandaloneCodeEditor;

/** Opens an editor that wraps its lines; at first it is only to be read. */
export function openEditor(host: HTMLElement): Editor {
  return monaco.editor.create(host, {
    readOnly: true,
    domReadOnly: true,
    automaticLayout: true,
    wordWrap: "on",
    wrappingIndent: "indent",
    minimap: { enabled: false },
    fontSize: 12,
    lineHeight: 18,
    fontFamily: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
    scrollBeyondLastLine: false,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    glyphMargin: false,
    folding: true,
    showFoldingControls: "mouseover",
    tabSize: 2,
    detectIndentation: false,
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: "off",
    fixedOverflowWidgets: true,
    renderLineHighlight: "none",
    renderFinalNewline: "off",
    overviewRulerLanes: 1,
    overviewRulerBorder: false,
    guides: { indentation: false },
    padding: { top: 8 },
    occurrencesHighlight: "off",
    selectionHighlight: false,
    links: false,
    contextmenu: false,
    tabFocusMode: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  });
}

/** Colours every editor. */
export function showTheme(theme: Theme): void {
  monaco.editor.setTheme(themes[theme]);
}

/** Puts a text into the editor; only what differs is replaced, so the place on the screen stays. */
export function showText(editor: Editor, text: string, language: string): void {
  const model = editor.getModel();
  if (model === null) return;
  if (model.getLanguageId() !== language)
    monaco.editor.setModelLanguage(model, language);
  if (model.getValue() === text) return;
  const top = editor.getScrollTop();
  beingShown.add(model);
  model.setValue(text);
  beingShown.delete(model);
  editor.setScrollTop(top);
}

/** The text is being set by the page, not typed. */
const beingShown = new WeakSet<monaco.editor.ITextModel>();

/** Calls with the whole text when the person has changed it. */
export function onTyped(
  editor: Editor,
  listen: (text: string) => void,
): monaco.IDisposable {
  return editor.onDidChangeModelContent(() => {
    const model = editor.getModel();
    if (model !== null && !beingShown.has(model)) listen(model.getValue());
  });
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Marks what is wrong in the text. */
export function showMarkers(
  editor: Editor,
  markers: readonly CodeMarker[],
): void {
  const model = editor.getModel();
  if (model === null) return;
  monaco.editor.setModelMarkers(
    model,
    "keywright",
    markers.map(({ start, end, severity, message }) => {
      const from = model.getPositionAt(start);
      const to = model.getPositionAt(Math.max(end, start + 1));
      return {
        severity: severities[severity],
        message,
        startLineNumber: from.lineNumber,
        startColumn: from.column,
        endLineNumber: to.lineNumber,
        endColumn: to.column,
      };
    }),
  );
}

/** Calls with the offset when the person moves the cursor, not when the text does; the indentation counts to the text behind it. */
export function onCursorMoved(
  editor: Editor,
  listen: (offset: number) => void,
): monaco.IDisposable {
  return editor.onDidChangeCursorPosition(({ reason, position }) => {
    const model = editor.getModel();
    if (reason === monaco.editor.CursorChangeReason.Explicit && model !== null)
      listen(model.getOffsetAt(pastIndentation(model, position)));
  });
}

function pastIndentation(
  model: monaco.editor.ITextModel,
  { lineNumber, column }: monaco.Position,
): monaco.IPosition {
  const first = model.getLineFirstNonWhitespaceColumn(lineNumber);
  return { lineNumber, column: Math.max(column, first) };
}

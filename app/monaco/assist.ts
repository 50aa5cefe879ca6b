import * as monaco from "monaco-editor/editor";
import { meaningAt, suggestionsAt, type Suggestion } from "../../core/index.ts";

type Kind = monaco.languages.CompletionItemKind;

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;

const kinds: Readonly<Record<Suggestion["kind"], Kind>> = {
  action: CompletionItemKind.Method,
  "condition-key": CompletionItemKind.Field,
  operator: CompletionItemKind.Operator,
  principal: CompletionItemKind.User,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  "resource-type": CompletionItemKind.Class,
  function: CompletionItemKind.Function,
};

/** Completes what is typed in a language, and says what its words mean, from the tables of the model. */
export function assistIn(language: "yaml" | "json"): void {
  monaco.languages.registerCompletionItemProvider(language, {
    triggerCharacters: [":", '"', " ", "!", "$", "{"],
    provideCompletionItems: (model, position) => {
      const offset = model.getOffsetAt(position);
      const { from, to, items } = suggestionsAt(
        model.getValue(),
        offset,
        language,
      );
      const range = rangeOf(model, from, to);
      const line = model.getLineContent(range.startLineNumber);
      const before = line.slice(0, range.startColumn - 1);
      const [indentation = ""] = /^\s*/.exec(before) ?? [];
      const [quote = ""] = /^["']/.exec(model.getValueInRange(range)) ?? [];
      return {
        suggestions: items.map((item, index) => ({
          ...completionOf(item, indentation),
          range,
          // The editor compares with what is typed already, the quote included.
          filterText: `${quote}${item.label}`,
          sortText: String(index).padStart(4, "0"),
        })),
      };
    },
    // The editor asks for it when it shows a suggestion.
    resolveCompletionItem: (item) => {
      setTimeout(showMeanings);
      return item;
    },
  });
  monaco.languages.registerHoverProvider(language, {
    provideHover: (model, position) => {
      const offset = model.getOffsetAt(position);
      const found = meaningAt(model.getValue(), offset, language);
      if (found === undefined) return null;
      const { title, text, source, link, start, end } = found;
      const name = escaped(source);
      return {
        range: rangeOf(model, start, end),
        contents: [
          { value: `**${escaped(title)}**` },
          { value: escaped(text) },
          { value: link === undefined ? name : `[${name}](${link})` },
        ],
      };
    },
  });
}

let wereShown = false;

/** Opens the panel that says what a suggestion means: at first it is closed, later it is as the person left it. */
function showMeanings(): void {
  if (wereShown) return;
  wereShown = true;
  monaco.editor
    .getEditors()
    .find((editor) => editor.hasTextFocus())
    ?.trigger("assist", "toggleSuggestionDetails", undefined);
}

function completionOf(
  { label, insert, caret, kind, detail, documentation }: Suggestion,
  indentation: string,
) {
  const shown = {
    label: { label, description: detail },
    kind: kinds[kind],
    documentation,
  };
  if (caret === undefined) return { ...shown, insertText: insert };
  const snippet = `${asSnippet(insert.slice(0, caret))}$0${asSnippet(insert.slice(caret))}`;
  return {
    ...shown,
    // The editor indents further lines as the first one is.
    insertText: snippet.replaceAll(`\n${indentation}`, "\n"),
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    // There is more to say, so what can come next is offered at once; where that is nothing, nothing is shown.
    command: {
      id: "editor.action.triggerSuggest",
      title: "",
      arguments: [{ auto: true }],
    },
  };
}

/** A text that stands for itself in a snippet of the editor. */
function asSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, String.raw`\$&`);
}

/** A text that stands for itself in Markdown. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()<>#+\-.!|~&]/g, String.raw`\$&`);
}

function rangeOf(
  model: monaco.editor.ITextModel,
  start: number,
  end: number,
): monaco.IRange {
  const from = model.getPositionAt(start);
  const to = model.getPositionAt(end);
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}

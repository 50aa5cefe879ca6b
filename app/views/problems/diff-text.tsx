import { useMemo } from "react";
import type { TextChange } from "../../state/fix-preview.ts";
import { fixText as words } from "../../text/mend.ts";
import { hunks, lineDiff, type DiffLine } from "../../ui/line-diff.ts";
import { keyed } from "../../ui/keyed.ts";

/** A text before and after, line by line: what is added and removed, with some lines around. */
export function DiffText({ text }: { readonly text: TextChange }) {
  const { name, before, after } = text;
  const parts = useMemo(() => hunks(lineDiff(before, after)), [before, after]);
  return (
    <figure className="diff">
      <figcaption>{name}</figcaption>
      <div className="diff-lines mono">
        {keyed(parts, nameOfPart).map(({ key, item }) =>
          typeof item === "number" ? (
            <p key={key} className="diff-same">
              {words.same(item)}
            </p>
          ) : (
            <Lines key={key} lines={item} />
          ),
        )}
      </div>
    </figure>
  );
}

function nameOfPart(part: readonly DiffLine[] | number): string {
  return typeof part === "number" ? "same" : "lines";
}

function Lines({ lines }: { readonly lines: readonly DiffLine[] }) {
  return keyed(lines, ({ text }) => text).map(({ key, item }) => (
    <Line key={key} line={item} />
  ));
}

function Line({ line: { kind, text } }: { readonly line: DiffLine }) {
  if (kind === "added")
    return (
      <ins className="diff-line diff-added">
        <Sign sign="+" word={words.added} />
        {text}
      </ins>
    );
  if (kind === "removed")
    return (
      <del className="diff-line diff-removed">
        <Sign sign="−" word={words.removed} />
        {text}
      </del>
    );
  return <span className="diff-line">{text}</span>;
}

function Sign({
  sign,
  word,
}: {
  readonly sign: string;
  readonly word: string;
}) {
  return (
    <span className="diff-sign">
      <span aria-hidden="true">{sign}</span>
      <span className="visually-hidden">{word} </span>
    </span>
  );
}

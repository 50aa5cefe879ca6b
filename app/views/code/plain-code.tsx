import { memo, useEffect, useMemo, useRef } from "react";
import { lineStarts, type LineRange } from "../../state/export.ts";
import { useApp } from "../../state/store.ts";
import { classNames } from "../../ui/class-names.ts";
import type { CodeViewProps } from "./code-view.tsx";
import { useHandedFocus } from "./handed-focus.ts";
import { keyed } from "../../ui/keyed.ts";
import { tokensOfLine } from "./tokens.ts";

/** Code as coloured text; a click selects what wrote the line. */
export function PlainCode({
  text,
  language,
  name,
  tinted,
  keepPlace,
  handedFocus,
  onPick,
}: CodeViewProps) {
  const box = useRef<HTMLDivElement>(null);
  useHandedFocus(handedFocus, box, () => box.current?.focus());
  const lines = useMemo(() => text.replace(/\n$/, "").split("\n"), [text]);
  const first = tinted[0]?.first;
  // On a phone the code has no size until its pane is shown: then it is drawn again and finds its place.
  useApp(({ view }) => view.pane);
  useEffect(() => {
    if (keepPlace || first === undefined) return;
    const line = box.current?.querySelector(`[data-line="${first}"]`);
    if (line && box.current) scrollTo(box.current, line);
  });
  const pick = (target: EventTarget) => {
    const line = target instanceof Element && target.closest("[data-line]");
    if (!line) return;
    const number = Number(line.getAttribute("data-line"));
    onPick((lineStarts(text)[number - 1] ?? 0) + indent(lines[number - 1]));
  };
  return (
    <div
      className="plain-code"
      ref={box}
      tabIndex={0}
      role="textbox"
      aria-readonly="true"
      aria-multiline="true"
      aria-label={name}
      onPointerUp={({ target }) => pick(target)}
    >
      <pre>
        {keyed(lines, String).map(({ key, item, index }) => (
          <Line
            key={key}
            text={item}
            number={index + 1}
            language={language}
            tinted={isIn(tinted, index + 1)}
          />
        ))}
      </pre>
    </div>
  );
}

const Line = memo(function Line({
  text,
  number,
  language,
  tinted,
}: {
  readonly text: string;
  readonly number: number;
  readonly language: string;
  readonly tinted: boolean;
}) {
  return (
    <div
      className={classNames("plain-line", tinted && "plain-tinted")}
      data-line={number}
    >
      {keyed(tokensOfLine(text, language), (token) => token.text).map(
        ({ key, item: token }) =>
          token.kind === "plain" ? (
            token.text
          ) : (
            <span key={key} className={`token-${token.kind}`}>
              {token.text}
            </span>
          ),
      )}
      {text === "" && "\n"}
    </div>
  );
});

function scrollTo(box: HTMLElement, line: Element): void {
  const place = line.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom)
    box.scrollTop += place.top - frame.top - frame.height / 3;
}

function indent(line: string | undefined): number {
  return line === undefined ? 0 : line.length - line.trimStart().length;
}

function isIn(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some(({ first, last }) => first <= line && line <= last);
}

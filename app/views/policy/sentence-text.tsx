import type { Sentence, SentencePart } from "../../../core/index.ts";
import { expandAction } from "../../../core/index.ts";
import { classNames } from "../../ui/class-names.ts";
import { keyed } from "../../ui/keyed.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";

/** A statement in words, its parts set apart. */
export function SentenceText({
  sentence,
  short,
}: {
  readonly sentence: Sentence;
  /** The editor below says it all, so two lines are enough. */
  readonly short: boolean;
}) {
  return (
    <span className={classNames("sentence", short && "sentence-short")}>
      {keyed(sentence, ({ text }) => text).map(({ key, item }) => (
        <Part key={key} part={item} />
      ))}
    </span>
  );
}

function Part({ part }: { readonly part: SentencePart }) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "principal":
      return (
        <span className="part-principal">
          <Icon name={principalIcon(part.principal)} size={13} />
          {part.text}
        </span>
      );
    case "verb":
      return (
        <span className={part.effect === "Deny" ? "part-never" : "part-may"}>
          {part.text}
        </span>
      );
    case "capability":
      return <Capability text={part.text} actions={part.actions} />;
    case "condition":
      return <span className="part-condition">{part.text}</span>;
  }
}

function Capability({
  text,
  actions,
}: {
  readonly text: string;
  readonly actions: readonly string[];
}) {
  const count = new Set(actions.flatMap((action) => expandAction(action))).size;
  return (
    <span className="part-capability" title={actions.join("\n")}>
      {text}
      {count > 1 && (
        <i>
          {" "}
          {count}
          <span className="visually-hidden"> actions</span>
        </i>
      )}
    </span>
  );
}

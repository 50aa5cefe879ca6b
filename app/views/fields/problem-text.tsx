import { keyed } from "../../ui/keyed.ts";

/** What is wrong and what to do, as a sentence; names in backticks are set as code. */
export function ProblemText({
  problem: { message, help },
}: {
  readonly problem: { readonly message: string; readonly help: string };
}) {
  const text = `${capitalised(message)}${help === "" ? "" : `: ${help}`}.`;
  return <TextWithCode text={text} />;
}

/** A text whose names in backticks are set as code. */
export function TextWithCode({ text }: { readonly text: string }) {
  return keyed(text.split("`"), String).map(({ key, item, index }) =>
    index % 2 === 1 ? (
      <code className="mono" key={key}>
        {item}
      </code>
    ) : (
      item
    ),
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Textarea from "@cloudscape-design/components/textarea";
import { useState } from "react";
import type { Problem, RecipeQuestion } from "../../../core/index.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { ProblemText } from "../fields/problem-text.tsx";

const MOST_ROWS = 6;

/** What is asked, with what is wrong with the answers. */
export function QuestionFields({
  questions,
  texts,
  problems,
  tried,
  onChange,
}: {
  readonly questions: readonly RecipeQuestion[];
  readonly texts: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  /** Somebody tried to go on: questions that are not answered are wrong now. */
  readonly tried: boolean;
  readonly onChange: (name: string, text: string) => void;
}) {
  if (questions.length === 0) return null;
  return (
    <div className="use-questions" role="group" aria-label={words.questions}>
      {questions.map((question) => (
        <QuestionField
          key={question.name}
          question={question}
          text={texts[question.name] ?? ""}
          problem={problems.find(({ path }) => path[0] === question.name)}
          tried={tried}
          onChange={(text) => onChange(question.name, text)}
        />
      ))}
    </div>
  );
}

function QuestionField({
  question: { label, help, example, many },
  text,
  problem,
  tried,
  onChange,
}: {
  readonly question: RecipeQuestion;
  readonly text: string;
  readonly problem: Problem | undefined;
  readonly tried: boolean;
  readonly onChange: (text: string) => void;
}) {
  const [left, setLeft] = useState(false);
  const isShown = tried || (left && text.trim() !== "");
  const common = {
    value: text,
    placeholder: example,
    spellcheck: false,
    onBlur: () => setLeft(true),
    onChange: ({ detail }: { readonly detail: { readonly value: string } }) =>
      onChange(detail.value),
  };
  return (
    <FormField
      stretch
      label={label}
      constraintText={many === true ? `${help}, ${words.onePerLine}` : help}
      errorText={isShown && problem && <ProblemText problem={problem} />}
    >
      {many === true ? (
        <Textarea
          {...common}
          rows={Math.min(MOST_ROWS, text.split("\n").length + 1)}
        />
      ) : (
        <Input {...common} autoComplete={false} />
      )}
    </FormField>
  );
}

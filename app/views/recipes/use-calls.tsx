import { useDeferredValue, useMemo } from "react";
import type {
  CallAnswer,
  Design,
  OwnedKey,
  Subject,
} from "../../../core/index.ts";
import { answerProblems } from "../../lazy/recipes.ts";
import { subjectOfKey, whatMatters } from "../../state/access.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { keyed } from "../../ui/keyed.ts";
import type { RecipeUse } from "../../workers/questions.ts";
import { useMeaning } from "../../workers/use-meaning.ts";
import { VerdictIcon, type Tone } from "../proofs/verdict-icon.tsx";
import { WorkState } from "../proofs/work-state.tsx";
import { filledText, writtenOut } from "./filled-recipe.ts";
import type { UsedRecipe } from "./uses.ts";

interface Props {
  readonly used: readonly UsedRecipe[];
  readonly design: Design;
  readonly keyOfUse: OwnedKey;
}

/** Whether the key policy as it is now allows what the service calls. */
export function UseCalls(props: Props) {
  const { used, design, keyOfUse: key } = props;
  const subject = subjectOfKey(design, key);
  if (used.length === 0) return <p>{words.noCalls}</p>;
  return subject === undefined ? (
    <p>{words.noPolicy}</p>
  ) : (
    <CallsOfSubject {...props} subject={subject} />
  );
}

function CallsOfSubject({
  used,
  design,
  keyOfUse: key,
  subject,
}: Props & { readonly subject: Subject }) {
  // The prover need not keep up with the typing.
  const asked = useDeferredValue(used);
  const uses = useMemo(
    () => asked.map((one) => askedOf(one, subject)),
    [asked, subject],
  );
  const meaning = useMeaning<"calls">({
    ask: { kind: "calls", question: { design, key: key.id, uses } },
    dependsOn: `${whatMatters(subject, {})} ${JSON.stringify(uses)}`,
    about: `${key.id} ${uses.map(({ name }) => name).join(" ")}`,
  });
  const isGuard = used.every(({ recipe }) => recipe.acts === "guard");
  const { parts } = meaning.answer;
  return (
    <>
      <p>{words.allowedLead(key.id)}</p>
      {isGuard ? (
        <p>{words.guardLead}</p>
      ) : (
        <Summary answers={parts.flatMap(({ calls }) => calls)} />
      )}
      <WorkState
        meaning={meaning}
        working={words.checking}
        stopped={words.stopped}
        failed={words.failed}
      />
      {parts.map(({ name, calls }) => (
        <CallsOfRecipe
          key={name}
          calls={calls}
          of={used.find((one) => one.name === name)}
          isOneOfSeveral={parts.length > 1}
        />
      ))}
    </>
  );
}

function CallsOfRecipe({
  calls,
  of,
  isOneOfSeveral,
}: {
  readonly calls: readonly CallAnswer[];
  readonly of: UsedRecipe | undefined;
  readonly isOneOfSeveral: boolean;
}) {
  const title = of?.recipe.title ?? words.calls;
  return (
    <section className="use-part" aria-label={title}>
      {isOneOfSeveral && <h3>{title}</h3>}
      <ul className="use-calls" aria-label={words.calls}>
        {keyed(calls, ({ call }) => call.action).map(({ key, item }) => (
          <Call key={key} answer={item} of={of} />
        ))}
      </ul>
    </section>
  );
}

/** The answers that are of the right form; the others are still to come. */
function askedOf(
  { name, recipe, answers }: UsedRecipe,
  subject: Subject,
): RecipeUse {
  const wrong = answerProblems(recipe, answers).map(({ path }) => path[0]);
  return {
    name,
    answers: writtenOut(
      Object.fromEntries(
        Object.entries(answers).filter(
          ([question]) => !wrong.includes(question),
        ),
      ),
      subject,
    ),
  };
}

function Summary({ answers }: { readonly answers: readonly CallAnswer[] }) {
  const missing = answers.filter(({ verdict }) => verdict === "missing").length;
  const allowed = answers.every(({ verdict }) => verdict === "allowed");
  return (
    <p role="status" className="use-summary">
      {missing > 0 && words.someMissing(missing)}
      {answers.length > 0 && allowed && words.allAllowed}
    </p>
  );
}

const tones: Readonly<Record<CallAnswer["verdict"], Tone>> = {
  allowed: "good",
  "by-iam": "open",
  missing: "bad",
  unknown: "unknown",
};

/** That a guard denies is what it is for. */
const guardTones: typeof tones = { ...tones, allowed: "bad", missing: "good" };

function Call({
  answer: { call, verdict, reason, request },
  of,
}: {
  readonly answer: CallAnswer;
  readonly of: UsedRecipe | undefined;
}) {
  const isGuard = of?.recipe.acts === "guard";
  const isDenied = verdict === "missing" && isGuard;
  const why = reason ?? (verdict === "by-iam" ? words.byIamReason : undefined);
  const who = request?.principal ?? shownOf(call.principal, of);
  const context = Object.entries(request?.context ?? {});
  return (
    <li className={`use-call use-call-${verdict}`}>
      <VerdictIcon tone={(isGuard ? guardTones : tones)[verdict]} />
      <div>
        <p>
          <b>{isDenied ? words.denied : words.verdicts[verdict]}</b>{" "}
          <code>{call.action}</code> {words.by} <code>{who}</code>
        </p>
        <p className="use-small">
          {why === undefined ? call.when : `${call.when}: ${why}`}
        </p>
        <details>
          <summary>{words.request}</summary>
          <p className="use-request">
            <code>{who}</code> <code>{call.action}</code>{" "}
            {context.map(([name, value]) => (
              <code key={name}>
                {name}={String(value)}
              </code>
            ))}
          </p>
        </details>
      </div>
    </li>
  );
}

/** A principal with what is answered, and with the names of the questions where nothing is. */
function shownOf(principal: string, of: UsedRecipe | undefined): string {
  const given = Object.entries(of?.answers ?? {}).filter(
    ([, answer]) => answer.length > 0,
  );
  return filledText(principal, Object.fromEntries(given)).replaceAll(
    /\$\{(\w+)\}/g,
    "<$1>",
  );
}

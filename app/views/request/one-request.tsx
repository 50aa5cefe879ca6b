import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { useMemo } from "react";
import type {
  AccessRequest,
  Key,
  Problem,
  Result,
  Subject,
  Evaluation,
} from "../../../core/index.ts";
import {
  answerOfDecision,
  evaluateRequest,
  keyFactsOf,
} from "../../../core/index.ts";
import { natureOf } from "../../state/access.ts";
import { emptyForm, readForm } from "../../state/request-form.ts";
import type { FormReading, RequestField } from "../../state/request-form.ts";
import { requestFormOf, setRequestForm } from "../../state/request-test.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { Answer } from "./answer.tsx";
import { ContextRows } from "./context-rows.tsx";
import { KeepForm } from "./keep-form.tsx";
import { KeptTests } from "./kept-tests.tsx";
import { LayerFields } from "./layer-fields.tsx";
import { SuggestInput } from "./suggest-field.tsx";
import { actionSuggestions, principalSuggestions } from "./suggestions.ts";

interface Props {
  readonly keyOfRequest: Key;
  readonly subject: Subject;
}

/** One request, as it is typed, and beside it what becomes of it. */
export function OneRequest({ keyOfRequest: key, subject }: Props) {
  const form = useApp(requestFormOf);
  const reading = useMemo(() => readForm(form), [form]);
  const { request } = reading;
  const asked = useMemo(
    () => request && evaluated(request, subject),
    [request, subject],
  );
  const problems =
    asked === undefined
      ? reading.problems
      : {
          ...reading.problems,
          ...problemsOf(asked),
        };
  const evaluation = asked?.ok === true ? asked.value : undefined;
  return (
    <>
      <section className="request-form" aria-label={words.form(key.id)}>
        <WhoAndWhat keyOfRequest={key} subject={subject} problems={problems} />
        <h2 className="request-label">{words.context}</h2>
        <ContextRows subject={subject} />
        <LayerFields problems={problems} />
        <Button variant="link" onClick={() => setRequestForm(emptyForm)}>
          {words.clear}
        </Button>
      </section>
      {evaluation === undefined ? (
        <p className="request-note">
          {form.principal.trim() === "" ? words.prompt : words.fix}
        </p>
      ) : (
        <Answer evaluation={evaluation} subject={subject} keyId={key.id} />
      )}
      <div className="request-tests">
        {request !== undefined && evaluation !== undefined && (
          <KeepForm
            keyId={key.id}
            request={request}
            actual={answerOfDecision[evaluation.final]}
          />
        )}
        <KeptTests />
      </div>
    </>
  );
}

function evaluated(
  request: AccessRequest,
  subject: Subject,
): Result<Evaluation> {
  const { keyArn, account } = subject;
  const { resource, resourceAccount, ...rest } = request;
  // A request to a key of this ARN is one to the key that is asked about.
  const isOther = resource !== undefined && resource !== keyArn;
  return evaluateRequest(
    subject.policy,
    {
      ...rest,
      ...(isOther && { resource }),
      ...(resourceAccount !== undefined &&
        resourceAccount !== account && { resourceAccount }),
    },
    keyFactsOf(subject),
  );
}

function problemsOf(asked: Result<Evaluation>): FormReading["problems"] {
  if (asked.ok) return {};
  const at = (field: RequestField): Partial<Record<RequestField, Problem>> => {
    const problem = asked.problems.find(({ path }) => path[0] === field);
    return problem === undefined ? {} : { [field]: problem };
  };
  return { ...at("principal"), ...at("action") };
}

function WhoAndWhat({
  keyOfRequest: key,
  subject,
  problems,
}: Props & { readonly problems: FormReading["problems"] }) {
  const design = useApp(designOf);
  const form = useApp(requestFormOf);
  const principals = useMemo(
    () => principalSuggestions(design, subject),
    [design, subject],
  );
  const actions = useMemo(
    () => actionSuggestions(natureOf(design, key)),
    [design, key],
  );
  const isSession = form.principal.includes(":assumed-role/");
  return (
    <div className="request-who">
      <FormField
        stretch
        label={words.principal}
        constraintText={words.principalHelp}
        errorText={
          problems.principal && <ProblemText problem={problems.principal} />
        }
      >
        <SuggestInput
          value={form.principal}
          options={principals}
          onChange={(principal) => setRequestForm({ principal })}
        />
      </FormField>
      <FormField
        stretch
        label={words.action}
        errorText={problems.action && <ProblemText problem={problems.action} />}
      >
        <SuggestInput
          value={form.action}
          options={actions}
          onChange={(action) => setRequestForm({ action })}
        />
      </FormField>
      {(isSession || form.principalArn !== "") && (
        <FormField stretch label={words.principalArn}>
          <Input
            value={form.principalArn}
            autoComplete={false}
            spellcheck={false}
            onChange={({ detail }) =>
              setRequestForm({ principalArn: detail.value })
            }
          />
        </FormField>
      )}
    </div>
  );
}

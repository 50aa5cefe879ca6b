import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import FormField from "@cloudscape-design/components/form-field";
import { useState } from "react";
import type {
  AccessRequest,
  ActualAnswer,
  ExpectedAnswer,
  KeptTest,
} from "../../../core/index.ts";
import { expectedAnswers } from "../../../core/index.ts";
import {
  freeTestName,
  keepTest,
  requestFormOf,
  setRequestForm,
} from "../../state/request-test.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { Button } from "../../ui/button.tsx";
import { testRequest } from "./test-request.ts";

interface Props {
  readonly keyId: string;
  readonly request: AccessRequest;
  readonly actual: ActualAnswer;
}

/** Keeps the request with the answer that it should have. */
export function KeepForm(props: Props) {
  const { tests = [] } = useApp(designOf);
  const { test: id } = useApp(requestFormOf);
  const opened = tests.find((test) => test.id === id);
  return <Form key={opened?.id ?? ""} {...props} opened={opened} />;
}

function Form({
  keyId,
  request,
  actual,
  opened,
}: Props & { readonly opened: KeptTest | undefined }) {
  const design = useApp(designOf);
  const readOnly = useApp(({ session }) => session.readOnly);
  const [typed, setTyped] = useState<string | null>(opened?.id ?? null);
  const [wish, setWish] = useState<ExpectedAnswer | null>(
    opened?.expected ?? null,
  );
  const expected = wish ?? (actual === "unknown" ? "denied" : actual);
  const name = typed ?? freeTestName(design, usualName(request));
  const kept = testRequest(request);
  const keep = () => {
    if (kept === undefined || name.trim() === "") return;
    keepTest(name.trim(), { key: keyId, request: kept, expected });
    setTyped(null);
    setWish(null);
  };
  return (
    <form
      className="keep"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <FormField stretch label={words.testName}>
        <Input
          value={name}
          autoComplete={false}
          spellcheck={false}
          readOnly={readOnly}
          onChange={({ detail }) => setTyped(detail.value)}
        />
      </FormField>
      <FormField stretch label={words.expected}>
        <Select
          selectedOption={{ value: expected, label: words.answers[expected] }}
          options={expectedAnswers.map((value) => ({
            value,
            label: words.answers[value],
          }))}
          readOnly={readOnly}
          expandToViewport
          onChange={({ detail }) => {
            const chosen = expectedAnswers.find(
              (one) => one === detail.selectedOption.value,
            );
            if (chosen !== undefined) setWish(chosen);
          }}
        />
      </FormField>
      <div className="keep-buttons">
        <Button
          submit
          icon="tick"
          disabled={readOnly || kept === undefined || name.trim() === ""}
        >
          {opened === undefined ? words.keep : words.save(opened.id)}
        </Button>
        {opened !== undefined && (
          <Button
            variant="link"
            onClick={() => {
              setRequestForm({ test: null });
            }}
          >
            {words.keepNew}
          </Button>
        )}
      </div>
      {kept === undefined && <p className="request-note">{words.levels}</p>}
    </form>
  );
}

function usualName({
  principal,
  principalArn = principal,
  action,
}: AccessRequest): string {
  const [, role] = /:assumed-role\/([^/]+)/.exec(principalArn) ?? [];
  const name = role ?? principalArn.split(/[/:]/).at(-1) ?? principal;
  return words.usualName(name, action);
}

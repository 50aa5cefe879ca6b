import { useMemo } from "react";
import type { Subject } from "../../../core/index.ts";
import type { ContextRow } from "../../state/request-form.ts";
import { requestFormOf, setRequestForm } from "../../state/request-test.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { Button } from "../../ui/button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { contextSuggestions, valueSuggestions } from "./suggestions.ts";
import { SuggestInput } from "./suggest-field.tsx";

const emptyRow: ContextRow = { key: "", value: "" };

/** The condition keys of the request, a row each, and an empty row for one more. */
export function ContextRows({ subject }: { readonly subject: Subject }) {
  const { context, action } = useApp(requestFormOf);
  const options = useMemo(
    () => contextSuggestions(subject, action.trim()),
    [subject, action],
  );
  return (
    <div className="context" role="group" aria-label={words.context}>
      <div className="context-row context-heads" aria-hidden="true">
        <span>{words.contextKeyHead}</span>
        <span>{words.contextValueHead}</span>
      </div>
      {keyed([...context, emptyRow], () => "row").map(
        ({ key, item, index }) => (
          <div className="context-row" key={key}>
            <SuggestInput
              label={words.contextKey(index + 1)}
              value={item.key}
              options={options}
              onChange={(text) => setRow(index, { ...item, key: text })}
            />
            <SuggestInput
              label={words.contextValue(index + 1)}
              value={item.value}
              options={valueSuggestions(subject, item.key)}
              onChange={(text) => setRow(index, { ...item, value: text })}
            />
            {index < context.length ? (
              <Button
                variant="icon"
                icon="close"
                onClick={() =>
                  setRequestForm({ context: context.toSpliced(index, 1) })
                }
              >
                {words.removeContext(item.key)}
              </Button>
            ) : (
              <span />
            )}
          </div>
        ),
      )}
    </div>
  );

  function setRow(index: number, row: ContextRow): void {
    setRequestForm({ context: context.toSpliced(index, 1, row) });
  }
}

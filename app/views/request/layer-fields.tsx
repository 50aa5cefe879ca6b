import FormField from "@cloudscape-design/components/form-field";
import Textarea from "@cloudscape-design/components/textarea";
import type { Layer } from "../../../core/index.ts";
import { keysOf, layers } from "../../../core/index.ts";
import type { FormReading } from "../../state/request-form.ts";
import { requestFormOf, setRequestForm } from "../../state/request-test.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { ProblemText } from "../fields/problem-text.tsx";

/** The JSON of the other policies that have a say. */
export function LayerFields({
  problems,
}: {
  readonly problems: FormReading["problems"];
}) {
  const form = useApp(requestFormOf);
  const all = keysOf(layers);
  const given = all.filter((layer) => form.layers[layer].trim() !== "").length;
  return (
    <details className="layers">
      <summary>
        {words.others}
        {given > 0 && (
          <span className="layers-given"> {words.othersGiven(given)}</span>
        )}
      </summary>
      <p className="request-note">{words.othersHelp}</p>
      {all.map((layer) => (
        <LayerField
          key={layer}
          layer={layer}
          text={form.layers[layer]}
          problem={problems[layer]}
          onChange={(text) =>
            setRequestForm({ layers: { ...form.layers, [layer]: text } })
          }
        />
      ))}
    </details>
  );
}

function LayerField({
  layer,
  text,
  problem,
  onChange,
}: {
  readonly layer: Layer;
  readonly text: string;
  readonly problem: FormReading["problems"][Layer];
  readonly onChange: (text: string) => void;
}) {
  return (
    <FormField
      stretch
      label={words.layers[layer]}
      errorText={problem && <ProblemText problem={problem} />}
    >
      <div className="mono">
        <Textarea
          value={text}
          rows={Math.min(10, text.split("\n").length)}
          spellcheck={false}
          onChange={({ detail }) => onChange(detail.value)}
        />
      </div>
    </FormField>
  );
}

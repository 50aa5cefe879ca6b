import Select from "@cloudscape-design/components/select";
import { codeStackOf } from "../../state/chosen-stack.ts";
import { exportedOf, isOfStack, shownTarget } from "../../state/export.ts";
import { selectKey, setView } from "../../state/select.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { codeText } from "../../text/code.ts";

/** Which stack, key and file the code is of, where there are several. */
export function CodeScope() {
  const ofStack = useApp(
    (state) => isOfStack(state) && designOf(state).stacks.length > 1,
  );
  const ofKey = useApp(
    (state) => shownTarget(state).perKey && designOf(state).keys.length > 1,
  );
  const result = useApp(exportedOf);
  const files = result.ok ? (result.value.companions ?? []) : [];
  if (!ofStack && !ofKey && files.length === 0) return null;
  return (
    <div className="code-scope">
      {ofStack && <StackSelect />}
      {ofKey && <KeySelect />}
      {result.ok && files.length > 0 && (
        <FileSelect
          main={result.value.fileName}
          others={files.map(({ fileName }) => fileName)}
        />
      )}
    </div>
  );
}

function StackSelect() {
  const { stacks } = useApp(designOf);
  return (
    <ScopeSelect
      label={codeText.stack}
      value={useApp(codeStackOf)}
      names={stacks.map(({ id }) => id)}
      onChange={(codeStack) => setView({ codeStack })}
    />
  );
}

function KeySelect() {
  const { keys } = useApp(designOf);
  return (
    <ScopeSelect
      label={codeText.key}
      value={useApp(keyOf)?.id ?? ""}
      names={keys.map(({ id }) => id)}
      onChange={selectKey}
    />
  );
}

function FileSelect({
  main,
  others,
}: {
  readonly main: string;
  readonly others: readonly string[];
}) {
  const chosen = useApp(({ view }) => view.codeFile);
  const value = others.find((name) => name === chosen) ?? main;
  return (
    <ScopeSelect
      label={codeText.file}
      value={value}
      names={[main, ...others]}
      onChange={(codeFile) => setView({ codeFile })}
    />
  );
}

function ScopeSelect({
  label,
  value,
  names,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly names: readonly string[];
  readonly onChange: (name: string) => void;
}) {
  return (
    <Select
      inlineLabelText={label}
      selectedOption={{ value, label: value }}
      options={names.map((name) => ({ value: name, label: name }))}
      filteringType={names.length > 12 ? "auto" : "none"}
      expandToViewport
      onChange={({ detail }) => {
        const next = detail.selectedOption.value;
        if (next !== undefined) onChange(next);
      }}
    />
  );
}

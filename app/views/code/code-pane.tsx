import { keysOf } from "../../../core/index.ts";
import { setView } from "../../state/select.ts";
import {
  codeLineOf,
  languageOf,
  shownCodeOf,
  shownTarget,
  targetGroups,
  targetsOfGroup,
} from "../../state/export.ts";
import { useApp } from "../../state/store.ts";
import { copyCode, downloadCode } from "../../commands/code.ts";
import { cdkText } from "../../text/cdk.ts";
import { codeText } from "../../text/code.ts";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { StripTabs } from "../../ui/strip-tabs.tsx";
import { CodeFoot } from "./code-foot.tsx";
import { CodeScope } from "./code-scope.tsx";
import { CodeStatus } from "./code-status.tsx";
import { CodeView } from "./code-view.tsx";
import { Refused } from "./refused.tsx";
import "./code-pane.css";

const lines = keysOf(cdkText.line);

/** The code that the design stands for, right after every keystroke. */
export function CodePane() {
  const group = useApp(({ view }) => view.targetGroup);
  const result = useApp(shownCodeOf);
  const target = useApp((state) => shownTarget(state).id);
  const isProgram = useApp((state) => shownTarget(state).line !== undefined);
  return (
    <>
      <div className="code-tabs">
        <StripTabs
          label={codeText.targets}
          panel="code-panel"
          active={group}
          onPick={(targetGroup) => setView({ targetGroup })}
          tabs={targetGroups.map((name) => ({ id: name, label: name }))}
        />
      </div>
      <CodeBar />
      {isProgram && <ProgramBar />}
      <CodeScope />
      <div
        className="code-panel"
        id="code-panel"
        role="tabpanel"
        aria-label={group}
      >
        {result.ok ? (
          <CodeView key={target} exported={result.value} />
        ) : (
          <Refused problems={result.problems} />
        )}
      </div>
      {result.ok && <CodeStatus />}
      {result.ok && <CodeFoot exported={result.value} />}
    </>
  );
}

function CodeBar() {
  const group = useApp(({ view }) => view.targetGroup);
  const languages = useApp(({ view }) => view.languages);
  const line = useApp(codeLineOf);
  const target = useApp(shownTarget);
  const language = languageOf(target);
  return (
    <div className="code-bar">
      <Segments
        label={codeText.language}
        value={language}
        options={targetsOfGroup(line, group)
          .map(languageOf)
          .map((name) => ({ id: name, text: name }))}
        onChange={(chosen) =>
          setView({ languages: { ...languages, [group]: chosen } })
        }
      />
      <span className="grow" />
      <TakeAway what={group === language ? group : `${group} ${language}`} />
    </div>
  );
}

/** Which CDK line the program is for, and how much of it is shown. */
function ProgramBar() {
  const fragment = useApp(({ view }) => view.fragment);
  const line = useApp(codeLineOf);
  return (
    <div className="code-bar">
      <Segments
        label={codeText.line}
        value={line}
        options={lines.map((id) => ({ id, text: cdkText.line[id] }))}
        onChange={(codeLine) => setView({ codeLine })}
      />
      <Segments<"app" | "construct">
        label={codeText.scope}
        value={fragment ? "construct" : "app"}
        options={[
          { id: "app", text: codeText.app },
          { id: "construct", text: codeText.construct },
        ]}
        onChange={(scope) => setView({ fragment: scope === "construct" })}
      />
    </div>
  );
}

/** The buttons that copy and download what is shown. */
function TakeAway({ what }: { readonly what: string }) {
  const result = useApp(shownCodeOf);
  const file = useApp(({ view }) => view.codeFile);
  const copied = useApp(({ session }) => session.copied);
  const fileName = result.ok ? result.value.fileName : what;
  return (
    <>
      {copied && <span className="code-copied">{codeText.copied}</span>}
      <Button
        variant="icon"
        icon={copied ? "tick" : "copy"}
        disabled={!result.ok}
        onClick={() => void copyCode()}
      >
        {codeText.copy(fileName === file ? fileName : what)}
      </Button>
      <Button
        variant="icon"
        icon="download"
        disabled={!result.ok}
        onClick={downloadCode}
      >
        {codeText.download(fileName)}
      </Button>
    </>
  );
}

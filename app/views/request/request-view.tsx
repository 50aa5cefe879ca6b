import { useMemo } from "react";
import type { Key, Subject } from "../../../core/index.ts";
import { subjectOf } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { setView } from "../../state/select.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { requestText as words } from "../../text/request.ts";
import { loadable } from "../../ui/loadable.tsx";
import { Segments } from "../../ui/segments.tsx";
import { OneRequest } from "./one-request.tsx";
import "./request.css";

const Replay = loadable(() => import("./replay.tsx").then((m) => m.Replay));

/** Requests to the key that is shown, and what becomes of them. */
export function RequestView() {
  const design = useApp(designOf);
  const key = useApp(keyOf);
  const subject = useMemo(
    () => key && (subjectOfKey(design, key) ?? subjectOf(design, key)),
    [design, key],
  );
  if (key === undefined || subject === undefined)
    return <p className="no-problems">{words.noKey}</p>;
  return <Requests keyOfRequests={key} subject={subject} />;
}

function Requests({
  keyOfRequests: key,
  subject,
}: {
  readonly keyOfRequests: Key;
  readonly subject: Subject;
}) {
  const mode = useApp(({ view }) => view.requestMode);
  return (
    <div className="request">
      <div className="request-bar">
        <Segments
          label={words.mode}
          value={mode}
          options={[
            { id: "one", text: words.modes.one },
            { id: "replay", text: words.modes.replay },
          ]}
          onChange={(requestMode) => setView({ requestMode })}
        />
      </div>
      {mode === "one" ? (
        <div className="request-columns">
          <OneRequest keyOfRequest={key} subject={subject} />
        </div>
      ) : (
        <Replay keyOfReplay={key} />
      )}
    </div>
  );
}

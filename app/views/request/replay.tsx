import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo, useState, type DragEvent } from "react";
import type { Design, Key } from "../../../core/index.ts";
import { designBefore } from "../../state/design-before.ts";
import {
  setSession,
  useApp,
  type GivenEvents,
  type OpenDocument,
} from "../../state/store.ts";
import { replayText as words } from "../../text/replay.ts";
import { Button } from "../../ui/button.tsx";
import { useMeaning } from "../../workers/use-meaning.ts";
import { sameKey } from "../../workers/same-key.ts";
import { chooseEventFiles } from "./choose-event-files.ts";
import { givenEvents, readEventFiles, sizeOf } from "./read-events.ts";
import { ReplayResult } from "./replay-result.tsx";

/** Longer texts are named, not shown. */
const longest = 20_000;

/** Recorded requests, and which of them would be decided otherwise now. */
export function Replay({ keyOfReplay: key }: { readonly keyOfReplay: Key }) {
  const document = useApp((state) => state.document);
  const events = useApp(({ session }) => session.events);
  const [refusal, setRefusal] = useState("");
  const take = (files: readonly File[]) => {
    if (files.length === 0) return;
    void readEventFiles(files).then((read) => {
      setRefusal(read.ok ? "" : read.message);
      if (read.ok) setSession({ events: read.events });
    });
  };
  const type = (text: string) => {
    setRefusal("");
    setSession({
      events: text === "" ? null : givenEvents(words.pasted, text),
    });
  };
  return (
    <div className="replay">
      <EventsField
        events={events}
        refusal={refusal}
        onText={type}
        onFiles={take}
      />
      {document !== null && events !== null && events.text.trim() !== "" && (
        <Replayed document={document} keyOfReplay={key} events={events} />
      )}
    </div>
  );
}

function EventsField({
  events,
  refusal,
  onText,
  onFiles,
}: {
  readonly events: GivenEvents | null;
  readonly refusal: string;
  readonly onText: (text: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const isLong = (events?.text.length ?? 0) > longest;
  return (
    <div
      className="replay-given"
      role="presentation"
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        // Elsewhere on the page a dropped file opens as a design.
        event.stopPropagation();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p className="request-note">{words.lead}</p>
      <FormField
        stretch
        label={words.events}
        constraintText={words.eventsHelp}
        errorText={refusal}
      >
        {isLong && events !== null ? (
          <p className="replay-file">
            {words.file(events.name, sizeOf(events.text.length))}
          </p>
        ) : (
          <div className="mono">
            <Textarea
              value={events?.text ?? ""}
              rows={5}
              spellcheck={false}
              onChange={({ detail }) => onText(detail.value)}
            />
          </div>
        )}
      </FormField>
      <div className="replay-buttons">
        <Button icon="folder" onClick={() => chooseEventFiles(onFiles)}>
          {words.choose}
        </Button>
        {events !== null && (
          <Button variant="link" onClick={() => onText("")}>
            {words.clear}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What recorded requests are asked of first. */
function beforeOf(document: OpenDocument): Design {
  return document.baseline?.design ?? designBefore(document);
}

/** What that is, in words. */
function beforeWords({ baseline, history }: OpenDocument): string {
  if (baseline !== null) return words.baseline(baseline.name);
  const edits = history.past.length;
  return edits === 0 ? words.unchanged : words.saved(edits);
}

function Replayed({
  document,
  keyOfReplay: key,
  events,
}: {
  readonly document: OpenDocument;
  readonly keyOfReplay: Key;
  readonly events: GivenEvents;
}) {
  const { design } = document;
  const before = useMemo(() => beforeOf(document), [document]);
  const base = sameKey(key, before.keys, design.keys);
  const [resource, setResource] = useState<string | null>(null);
  const designs = useMemo(
    () => JSON.stringify([before, design]),
    [before, design],
  );
  const meaning = useMeaning<"replay">({
    ask: {
      kind: "replay",
      question: {
        text: events.text,
        base: { design: before, key: base?.id ?? "" },
        head: { design, key: key.id },
        resource,
      },
    },
    dependsOn: `${events.id} ${key.id} ${resource ?? ""} ${designs}`,
    about: `${events.id} ${key.id}`,
  });
  const { head } = meaning.answer;
  return (
    <div className="replay-answer">
      <p>
        {words.base} <b>{beforeWords(document)}</b> {words.head}.
      </p>
      {base === undefined && <p>{words.noBase}</p>}
      {head !== undefined && head.resources.length > 1 && (
        <FormField label={words.key} stretch>
          <Select
            selectedOption={optionOf(resource, head)}
            options={[
              optionOf(null, head),
              ...head.resources.map((one) => optionOf(one.resource, head)),
            ]}
            expandToViewport
            onChange={({ detail }) =>
              setResource(detail.selectedOption.value ?? null)
            }
          />
        </FormField>
      )}
      <ReplayResult meaning={meaning} keyId={key.id} />
    </div>
  );
}

type Head = NonNullable<
  ReturnType<typeof useMeaning<"replay">>["answer"]["head"]
>;

function optionOf(
  resource: string | null,
  { resources, requests, others }: Head,
) {
  if (resource === null) return { label: words.allKeys(requests + others) };
  const count = resources.find((one) => one.resource === resource)?.count ?? 0;
  return { value: resource, label: words.keyOption(resource, count) };
}

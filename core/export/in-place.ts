import type { KeptTemplate } from "../design/design.ts";
import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonList, isJsonObject } from "../problem/json.ts";
import type { Path } from "../problem/problem.ts";
import type { TemplateText } from "../yaml/read-template-text.ts";
import type { Exported, ExportSpan, TemplateTexts } from "./exported.ts";
import type { OriginsAt } from "./located.ts";

/** What is written, and who knows where it came from. */
interface Written {
  readonly template: JsonObject;
  readonly originsAt: OriginsAt;
}

/**
 * The template in the text that it was imported from, changed only where it says something else; undefined where that
 * text is absent or in another language.
 */
export function inPlace(
  { source, within = [] }: KeptTemplate,
  { template, originsAt }: Written,
  {
    texts,
    language,
  }: {
    readonly texts: TemplateTexts;
    readonly language: TemplateText["language"];
  },
): Pick<Exported, "text" | "spans"> | undefined {
  if (source === undefined) return undefined;
  const read = texts.read(source);
  if (!read.ok || read.value.language !== language) return undefined;
  const whole = withValueAt(read.value.value, within, template);
  if (whole === undefined) return undefined;
  const text = texts.edit(source, whole);
  return { text, spans: spansIn(text, within, { originsAt, texts }) };
}

/** The value with another one at a place that it has; undefined where it has no such place. */
function withValueAt(
  value: Json,
  [name, ...deeper]: Path,
  by: Json,
): Json | undefined {
  if (name === undefined) return by;
  if (isJsonList(value) && typeof name === "number") {
    const next = withValueAt(value[name] ?? null, deeper, by);
    return next === undefined ? undefined : value.with(name, next);
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
  const next = withValueAt(value[name] ?? null, deeper, by);
  return next === undefined ? undefined : { ...value, [name]: next };
}

function spansIn(
  text: string,
  within: Path,
  {
    originsAt,
    texts,
  }: { readonly originsAt: OriginsAt; readonly texts: TemplateTexts },
): readonly ExportSpan[] {
  const read = texts.read(text);
  const spans: ExportSpan[] = [];
  if (!read.ok) return spans;
  read.value.eachSpan((path, span) => {
    if (!within.every((part, index) => path[index] === part)) return;
    const from = originsAt(path.slice(within.length));
    if (from.length > 0) spans.push({ ...span, from });
  });
  return spans;
}

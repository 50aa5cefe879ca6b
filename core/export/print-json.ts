import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import type { OriginsAt, Place } from "./located.ts";
import { SpanWriter } from "./span-writer.ts";

/** A JSON value as `JSON.stringify` writes it with this indent, with spans. */
export function printJson(value: Json, indent: number, originsAt: OriginsAt) {
  const writer = new SpanWriter();
  new JsonPrinter(writer, indent, originsAt).value(value, []);
  writer.write("\n");
  return writer.finish();
}

class JsonPrinter {
  readonly #writer: SpanWriter;
  readonly #indent: number;
  readonly #originsAt: OriginsAt;

  constructor(writer: SpanWriter, indent: number, originsAt: OriginsAt) {
    this.#writer = writer;
    this.#indent = indent;
    this.#originsAt = originsAt;
  }

  value(value: Json, place: Place): void {
    if (typeof value !== "object" || value === null)
      this.#writer.write(JSON.stringify(value));
    else if (isJsonObject(value)) this.#object(value, place);
    else this.#list(value, place);
  }

  #list(members: readonly Json[], place: Place): void {
    this.#block("[]", { count: members.length, place }, (index) => {
      const at = [...place, index];
      this.#writer.within(this.#originsAt(at), () => {
        this.value(members[index] ?? null, at);
      });
    });
  }

  #object(object: JsonObject, place: Place): void {
    const entries = Object.entries(object);
    this.#block("{}", { count: entries.length, place }, (index) => {
      const [name, member] = entries[index] ?? ["", null];
      const at = [...place, name];
      this.#writer.within(this.#originsAt(at), () => {
        this.#writer.write(
          `${JSON.stringify(name)}:${this.#indent === 0 ? "" : " "}`,
        );
        this.value(member, at);
      });
    });
  }

  /** Writes members between a pair of brackets, each on a line of its own. */
  #block(
    brackets: "[]" | "{}",
    { count, place }: { readonly count: number; readonly place: Place },
    member: (index: number) => void,
  ): void {
    const lineAt = (depth: number) =>
      this.#indent === 0 ? "" : `\n${" ".repeat(this.#indent * depth)}`;
    this.#writer.write(brackets.charAt(0));
    for (let index = 0; index < count; index++) {
      this.#writer.write((index === 0 ? "" : ",") + lineAt(place.length + 1));
      member(index);
    }
    if (count > 0) this.#writer.write(lineAt(place.length));
    this.#writer.write(brackets.charAt(1));
  }
}

import type { Json, JsonObject } from "../problem/json.ts";
import { isJsonObject } from "../problem/json.ts";
import { yamlName, yamlScalar } from "../yaml/yaml-scalar.ts";
import { shortForm } from "../yaml/yaml-tags.ts";
import type { OriginsAt, Place } from "./located.ts";
import { SpanWriter } from "./span-writer.ts";

/** A template as YAML in block style, with spans; intrinsic functions in their short form where a person would write it. */
export function printYaml(value: JsonObject, originsAt: OriginsAt) {
  const writer = new SpanWriter();
  if (Object.keys(value).length === 0) writer.write("{}\n");
  else new YamlPrinter(writer, originsAt).object(value, [], 0);
  return writer.finish();
}

class YamlPrinter {
  readonly #writer: SpanWriter;
  readonly #originsAt: OriginsAt;

  constructor(writer: SpanWriter, originsAt: OriginsAt) {
    this.#writer = writer;
    this.#originsAt = originsAt;
  }

  /** Writes the members of an object, the first where the writer stands, the others on lines of their own. */
  object(object: JsonObject, place: Place, indent: number): void {
    for (const [index, [name, member]] of Object.entries(object).entries()) {
      if (index > 0) this.#writer.write(" ".repeat(indent));
      const at = [...place, name];
      this.#writer.within(this.#originsAt(at), () => {
        this.#writer.write(yamlName(name, indent));
        this.#member(member, at, indent);
      });
    }
  }

  #member(value: Json, place: Place, indent: number): void {
    const inline = inlineText(value);
    if (inline !== undefined) this.#writer.write(` ${inline}\n`);
    else if (Array.isArray(value)) {
      this.#writer.write("\n");
      this.#list(value, place, indent + 2);
    } else if (isJsonObject(value)) {
      this.#writer.write(`\n${" ".repeat(indent + 2)}`);
      this.object(value, place, indent + 2);
    }
  }

  #list(members: readonly Json[], place: Place, indent: number): void {
    for (const [index, member] of members.entries()) {
      const at = [...place, index];
      this.#writer.write(" ".repeat(indent));
      this.#writer.within(this.#originsAt(at), () => {
        this.#item(member, at, indent);
      });
    }
  }

  #item(value: Json, place: Place, indent: number): void {
    const inline = inlineText(value);
    if (inline !== undefined) this.#writer.write(`- ${inline}\n`);
    else if (Array.isArray(value)) {
      this.#writer.write("-\n");
      this.#list(value, place, indent + 2);
    } else if (isJsonObject(value)) {
      this.#writer.write("- ");
      this.object(value, place, indent + 2);
    }
  }
}

/** The value on the line of its name; undefined when it takes lines of its own. */
function inlineText(value: Json): string | undefined {
  if (typeof value === "string") return yamlScalar(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Object.keys(value).length === 0)
    return Array.isArray(value) ? "[]" : "{}";
  return shortForm(value);
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { memberOf, valueAt } from "../testing/value-at.ts";
import type { Json } from "../problem/json.ts";
import { printJson } from "./print-json.ts";
import { SpanWriter } from "./span-writer.ts";

const numRuns = process.env["KEYWRIGHT_DEEP"] === "1" ? 20_000 : 500;

const json = fc
  .jsonValue({ maxDepth: 5, stringUnit: "binary" })
  .map((value) => value as Json);

describe("JSON", () => {
  test("[X1] the text is what JSON.stringify writes, at any indent", () => {
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 4 }), (value, indent) => {
        expect(printJson(value, indent, () => []).text).toBe(
          `${JSON.stringify(value, null, indent)}\n`,
        );
      }),
      { numRuns, seed: 23 },
    );
  });

  test("[X1] empty lists and objects stay on one line", () => {
    expect(printJson({ a: [], b: {} }, 2, () => []).text).toBe(
      '{\n  "a": [],\n  "b": {}\n}\n',
    );
  });

  test("[X2] every place has the text of its member", () => {
    fc.assert(
      fc.property(json, (value) => {
        const { text, spans } = printJson(value, 1, (place) => [place]);
        for (const { start, end, from } of spans) {
          const place = from[0] ?? [];
          const member = valueAt(value, place);
          expect(readMember(text.slice(start, end), place.at(-1))).toEqual(
            JSON.parse(JSON.stringify(member)),
          );
        }
      }),
      { numRuns, seed: 24 },
    );
  });

  test("[X2] there is a span for each place that has an origin, and no other", () => {
    const { spans } = printJson({ a: 1, b: [2] }, 1, (place) =>
      place[0] === "b" ? [["here"]] : [],
    );
    expect(spans).toEqual([
      { start: 12, end: 25, from: [["here"]] },
      { start: 21, end: 22, from: [["here"]] },
    ]);
  });
});

/** What stands in a span: a member of a list by itself, one of an object behind its name. */
function readMember(text: string, name: string | number | undefined): unknown {
  if (typeof name !== "string") return JSON.parse(text);
  return memberOf(JSON.parse(`{${text}}`), name);
}

describe("spans", () => {
  test("[X3] an outer span stands before those inside it", () => {
    const writer = new SpanWriter();
    writer.write("a");
    writer.within([["outer"]], () => {
      writer.within([["inner"]], () => {
        writer.write("b");
      });
      writer.write("c");
      writer.within([["second"]], () => {
        writer.write("d");
      });
    });
    expect(writer.finish()).toEqual({
      text: "abcd",
      spans: [
        { start: 1, end: 4, from: [["outer"]] },
        { start: 1, end: 2, from: [["inner"]] },
        { start: 3, end: 4, from: [["second"]] },
      ],
    });
  });

  test("[X3] what came from nowhere has no span", () => {
    const writer = new SpanWriter();
    writer.within([], () => {
      writer.write("a");
    });
    expect(writer.finish()).toEqual({ text: "a", spans: [] });
  });
});

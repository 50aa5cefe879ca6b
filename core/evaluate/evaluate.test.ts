import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  isJsonList,
  isJsonObject,
  objectOf,
  parseJson,
} from "../problem/json.ts";
import { evaluateRequest } from "./evaluate.ts";
import { readRequest } from "./read-request.ts";

const arn =
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const key = { arn, account: "111122223333", context: {} };

const worked = new URL(
  "../../../shared/cases/evaluation.json",
  import.meta.url,
);

describe.skipIf(!existsSync(worked))("the worked cases", () => {
  const list = existsSync(worked)
    ? parseJson(readFileSync(worked, "utf8"))
    : [];
  const cases = isJsonList(list) ? list.filter(isJsonObject) : [];
  test.each(cases.map((one) => [JSON.stringify(one["id"]), one]))(
    "[E1] %s",
    (_, one) => {
      const request = readRequest(one["request"] ?? null);
      const evaluation =
        request.ok &&
        evaluateRequest(objectOf(one["policy"]), request.value, key);
      expect(
        evaluation && evaluation.ok
          ? {
              keyPolicy: evaluation.value.keyPolicy,
              final: evaluation.value.final,
            }
          : evaluation,
      ).toEqual(one["expected"]);
    },
  );
});

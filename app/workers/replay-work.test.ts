import { describe, expect, test } from "vitest";
import type { Design } from "../../core/index.ts";
import { samples } from "../../core/index.ts";
import { replayWork } from "./replay-work.ts";

const account = "111122223333";
const design: Design = {
  ...samples["rsa-encryption-key"].design,
  settings: { account },
};
const [key] = design.keys;
const id = key?.id ?? "";

function event(resource: string, eventName = "Encrypt"): object {
  return {
    eventSource: "kms.amazonaws.com",
    eventName,
    eventTime: "2026-11-01T10:00:00Z",
    userIdentity: {
      type: "IAMUser",
      arn: `arn:aws:iam::${account}:user/Alice`,
      accountId: account,
    },
    resources: [{ ARN: resource, accountId: account, type: "AWS::KMS::Key" }],
  };
}

const one = `arn:aws:kms:eu-west-1:${account}:key/1`;
const two = `arn:aws:kms:eu-west-1:${account}:key/2`;

function work(events: readonly object[], resource: string | null = null) {
  const policy = { design, key: id };
  const made = replayWork({
    text: JSON.stringify(events),
    base: policy,
    head: policy,
    resource,
  });
  if (made === undefined) throw new Error("the key has a policy");
  return made;
}

describe("the replay of recorded requests", () => {
  test("what the text has is known before any request is asked", () => {
    const { head } = work([
      event(one),
      event(two),
      event(two),
      { eventSource: "s3.amazonaws.com" },
    ]);
    expect(head).toMatchObject({
      requests: 3,
      skipped: 1,
      others: 0,
      resources: [
        { resource: two, count: 2 },
        { resource: one, count: 1 },
      ],
    });
  });

  test("only the requests for a chosen key are asked", () => {
    const { head, parts } = work([event(one), event(two)], two);
    expect(head).toMatchObject({ requests: 1, others: 1 });
    const [part] = parts;
    expect(part?.().same.account).toBe(1);
  });

  test("requests are asked a hundred at a time", () => {
    const { parts } = work(Array.from({ length: 250 }, () => event(one)));
    expect(parts).toHaveLength(3);
    const same = parts.map((part) => part().same.account);
    expect(same).toEqual([100, 100, 50]);
  });

  test("without the key there is no answer", () => {
    const policy = { design, key: "Nobody" };
    expect(
      replayWork({ text: "[]", base: policy, head: policy, resource: null }),
    ).toBe(undefined);
  });
});

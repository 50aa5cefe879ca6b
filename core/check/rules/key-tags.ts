import { isOwned } from "../../design/design.ts";
import type { Tag } from "../../design/design.ts";
import { limits } from "../../kms/limits.ts";
import { hasPseudoParameter } from "../../policy/pseudo-parameters.ts";
import type { Path } from "../../problem/problem.ts";
import type { Report, Rule } from "../rule.ts";
import type { Examples } from "../example.ts";
import { tags as tagsOf } from "../example.ts";

const { maxPerKey, keyLength, valueLength, reservedPrefix } = limits.tags;

/** Tags that AWS KMS refuses, and tags of which the CDK keeps one of two. */
export const keyTags: Rule = {
  family: "kms-facts",
  summary: "AWS KMS takes tags of a certain form, and each tag key once.",
  why: "AWS KMS refuses the key for one tag of a wrong form.",
  mend: "Correct or remove the tag.",
  severity: "error",
  source: {
    title: "AWS KMS API Reference, TagResource",
    url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html",
  },
  check: ({ key, path }) => {
    const { tags } = isOwned(key) ? key : { tags: [] };
    return [
      ...tooMany(tags, path),
      ...tags.flatMap((tag, index) =>
        tagReports(tag, tags.slice(0, index), [...path, "tags", index]),
      ),
    ];
  },
};

function tooMany(tags: readonly Tag[], path: Path): readonly Report[] {
  if (tags.length <= maxPerKey) return [];
  return [
    {
      path: [...path, "tags"],
      message: `the key has ${tags.length} tags, more than ${maxPerKey}`,
      help: "remove some of them",
    },
  ];
}

function tagReports(
  { key, value }: Tag,
  before: readonly Tag[],
  path: Path,
): readonly Report[] {
  const reports: Report[] = [];
  if (key.length < keyLength.min || key.length > keyLength.max)
    reports.push({
      path: [...path, "key"],
      message: `the tag key has ${key.length} characters, outside ${keyLength.min} to ${keyLength.max}`,
      help: "write a tag key of that length",
    });
  if (key.toLowerCase().startsWith(reservedPrefix))
    reports.push({
      path: [...path, "key"],
      message: `tag key \`${key}\` begins with \`${reservedPrefix}\`, which only AWS may use`,
      help: "choose another tag key",
    });
  if (before.some((other) => other.key === key))
    reports.push({
      path: [...path, "key"],
      message: `tag key \`${key}\` is there already, and only the last one counts`,
      help: "remove one of them",
    });
  if (value.length > valueLength.max && !hasPseudoParameter(value))
    reports.push({
      path: [...path, "value"],
      message: `the tag value has ${value.length} characters, more than ${valueLength.max}`,
      help: "shorten it",
    });
  return reports;
}

export const examples = (): Examples => [
  {
    bad: { key: { tags: [{ key: "", value: "" }] } },
    at: "keys[0].tags[0].key",
    good: { key: { tags: [{ key: "k".repeat(128), value: "" }] } },
  },
  {
    bad: { key: { tags: [{ key: "k".repeat(129), value: "" }] } },
    at: "keys[0].tags[0].key",
    good: { key: { tags: [{ key: "k", value: "v".repeat(256) }] } },
  },
  {
    bad: { key: { tags: [{ key: "AWS:x", value: "" }] } },
    at: "keys[0].tags[0].key",
    good: { key: { tags: [{ key: "x", value: "" }] } },
  },
  {
    bad: {
      key: {
        tags: [
          { key: "a", value: "1" },
          { key: "a", value: "2" },
        ],
      },
    },
    at: "keys[0].tags[1].key",
    good: {
      key: {
        tags: [
          { key: "a", value: "1" },
          { key: "A", value: "2" },
        ],
      },
    },
  },
  {
    bad: { key: { tags: [{ key: "a", value: "v".repeat(257) }] } },
    at: "keys[0].tags[0].value",
    good: {
      key: {
        tags: [{ key: "a", value: `${"v".repeat(250)}\${AWS::Region}` }],
      },
    },
  },
  {
    bad: { key: { tags: tagsOf(51) } },
    at: "keys[0].tags",
    good: { key: { tags: tagsOf(50) } },
  },
];

import {
  addressRange,
  printAddress,
  readAddress,
} from "../../evaluate/addresses.ts";
import type { AddressRange } from "../../evaluate/addresses.ts";
import { conditionOperators } from "../../policy/operators.ts";
import type { Examples } from "../example.ts";
import { statement0 } from "../example.ts";
import { mendedBy } from "../mended-by.ts";
import type { Report, Rule, RuleSubject } from "../rule.ts";
import {
  eachCondition,
  nameOf,
  placeOf,
  renamed,
  withValues,
} from "../written-conditions.ts";
import type { WrittenCondition } from "../written-conditions.ts";

/** Requests come to AWS from public addresses, or through a VPC endpoint, where they have no aws:SourceIp. */
export const sourceIpRange: Rule = {
  family: "kms-facts",
  summary:
    "Ranges of addresses are written by their first one, and those of aws:SourceIp are public.",
  why: "A request that comes to AWS over the internet has a public address. One through a VPC endpoint carries aws:VpcSourceIp in place of aws:SourceIp, so a private address is never compared.",
  mend: "Write the public addresses, or ask for aws:VpcSourceIp.",
  severity: "warning",
  source: {
    title: "IAM User Guide, AWS global condition context keys, aws:SourceIp",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip",
  },
  check: (subject) =>
    eachCondition(subject, (condition) => {
      const { parsed } = condition;
      if (parsed === undefined) return [];
      if (conditionOperators[parsed.name].type !== "ip") return [];
      return [
        ...rangeReports(subject, condition),
        ...(condition.name === "aws:sourceip"
          ? privateReports(subject, condition)
          : []),
      ];
    }),
};

function rangeReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  return condition.texts.flatMap((text) => {
    const by = tidied(text);
    if (by === undefined) return [];
    return [
      mendedBy(
        {
          path: placeOf(condition),
          severity: "info",
          message: `\`${text}\` is the range \`${by}\`: what its length does not fix is passed over`,
          help: `write \`${by}\``,
        },
        withValues(subject, condition, {
          title: `Write ${by}`,
          by: (value) => (value === text ? by : value),
        }),
      ),
    ];
  });
}

/** The range by its first address, where it is written by another. */
function tidied(text: string): string | undefined {
  const [address = "", length] = text.split("/");
  const range = addressRange(text);
  const written = readAddress(address);
  if (range === undefined || written === undefined || length === undefined)
    return undefined;
  return range.first === written.value
    ? undefined
    : `${printAddress({ bits: range.bits, value: range.first })}/${length}`;
}

/** Source: RFC 1918, 1122, 3927, 6598, 4193 and 4291. */
const privateRanges = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "100.64.0.0/10",
  "fc00::/7",
  "fe80::/10",
  "::1/128",
].flatMap((text) => addressRange(text) ?? []);

function isPrivate(text: string): boolean {
  const range = addressRange(text);
  return (
    range !== undefined && privateRanges.some((other) => isWithin(range, other))
  );
}

function isWithin(range: AddressRange, other: AddressRange): boolean {
  return (
    range.bits === other.bits &&
    range.first >= other.first &&
    range.last <= other.last
  );
}

function privateReports(
  subject: RuleSubject,
  condition: WrittenCondition,
): readonly Report[] {
  const { texts, values } = condition;
  const hidden = texts.filter(isPrivate);
  if (hidden.length === 0) return [];
  const isAll = hidden.length === values.length;
  const names = `\`${hidden.join("`, `")}\``;
  return [
    mendedBy(
      {
        path: placeOf(condition),
        ...(!isAll && { severity: "info" }),
        message: isAll
          ? `${nameOf(condition)} names private addresses only, which no request has: ${names}`
          : `${nameOf(condition)} names private addresses, which no request has: ${names}`,
        help: isAll
          ? "write the public addresses, or ask for `aws:VpcSourceIp`"
          : "remove them, or ask for `aws:VpcSourceIp` in a statement of its own",
      },
      isAll
        ? renamed(subject, condition, {
            title: "Ask for aws:VpcSourceIp",
            key: "aws:VpcSourceIp",
          })
        : withValues(subject, condition, {
            title: "Remove the private addresses",
            by: (value) => (isPrivate(String(value)) ? undefined : value),
          }),
    ),
  ];
}

const asking = (
  operator: string,
  key: string,
  ...ranges: readonly string[]
) => ({
  json: [
    {
      Effect: "Allow",
      Principal: { AWS: "111122223333" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { [operator]: { [key]: ranges } },
    },
  ],
});
const at = (operator: string) =>
  `${statement0}.conditions.${operator}["aws:SourceIp"]`;

export const examples = (): Examples => [
  {
    bad: asking("IpAddress", "aws:SourceIp", "10.0.0.0/16"),
    at: at("IpAddress"),
    good: asking("IpAddress", "aws:VpcSourceIp", "10.0.0.0/16"),
  },
  {
    bad: asking("NotIpAddress", "aws:SourceIp", "203.0.113.0/24", "fd00::1"),
    at: at("NotIpAddress"),
    good: asking(
      "NotIpAddress",
      "aws:SourceIp",
      "203.0.113.0/24",
      "2001:db8::1",
    ),
  },
  {
    bad: asking("IpAddress", "aws:SourceIp", "203.0.113.77/24"),
    at: at("IpAddress"),
    good: asking("IpAddress", "aws:SourceIp", "203.0.113.77/32"),
  },
];

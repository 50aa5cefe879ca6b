import { meaning, pages } from "./meaning.ts";
import type { Offer } from "./offer.ts";
import type { NamedResource, Surroundings } from "./parts.ts";

const rootText =
  "The account itself: with it in the key policy, IAM policies of the account decide.";

const anybody: Offer = {
  label: "*",
  kind: "principal",
  detail: "everybody",
  meaning: meaning("*", "Everybody, of every account.", pages.principals),
};

/** Who can be named: everybody, and the identities that the text gives reason to offer. */
export function principalOffers(around: Surroundings) {
  return {
    anybody,
    identities: () =>
      around.kind === "template"
        ? [
            stackRoot,
            ...around.resources().flatMap(identityOf),
            ...arnsIn(around),
          ]
        : [...rootsIn(around), ...arnsIn(around)],
  };
}

const stackRootArn = "arn:${AWS::Partition}:iam::${AWS::AccountId}:root";

const stackRoot: Offer = {
  label: stackRootArn,
  kind: "principal",
  detail: "account of the stack",
  meaning: meaning(stackRootArn, rootText, pages.keyPolicy),
  value: { "Fn::Sub": stackRootArn },
};

/** The roles and users of a template. */
function identityOf({ name, type }: NamedResource): readonly Offer[] {
  if (type !== "AWS::IAM::Role" && type !== "AWS::IAM::User") return [];
  return [
    {
      label: `${name}.Arn`,
      kind: "principal",
      detail: type,
      meaning: meaning(
        `${name}.Arn`,
        `ARN of the resource ${name}.`,
        pages.text,
      ),
      value: { "Fn::GetAtt": [name, "Arn"] },
    },
  ];
}

/** An account that stands for none, as AWS writes it in examples. */
const exampleAccount = "111122223333";

/** The roots of the accounts that the text names. */
function rootsIn({ text }: Surroundings): readonly Offer[] {
  const accounts = new Map<string, string>();
  for (const [, partition = "aws", account = ""] of text.matchAll(
    /\barn:(aws[\w-]*):[\w-]*:[\w-]*:(\d{12}):/g,
  ))
    accounts.set(account, partition);
  const isExample = accounts.size === 0;
  if (isExample) accounts.set(exampleAccount, "aws");
  return [...accounts].map(([account, partition]) => {
    const label = `arn:${partition}:iam::${account}:root`;
    return {
      label,
      kind: "principal",
      detail: isExample ? "put your account in" : `account ${account}`,
      meaning: meaning(label, rootText, pages.keyPolicy),
    };
  });
}

/** The users and roles that the text names. */
function arnsIn({ text }: Surroundings): readonly Offer[] {
  const arns = new Set(
    [
      ...text.matchAll(
        /\barn:aws[\w-]*:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+/g,
      ),
    ].map(([arn]) => arn),
  );
  return [...arns].map((label) => ({
    label,
    kind: "principal",
    detail: "named in this text",
    meaning: meaning(label, "A principal that this text names.", pages.text),
  }));
}

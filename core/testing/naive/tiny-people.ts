import type { NaiveRequest } from "./naive-request.ts";

/** Who calls, as a request says it. */
export type Person = Pick<NaiveRequest, "principal" | "principalArn">;

/** What callers are made of. */
export interface PeopleParts {
  readonly accounts: readonly string[];
  readonly paths: readonly string[];
  readonly names: readonly string[];
  readonly sessions: readonly string[];
  readonly services: readonly string[];
}

/** Every caller of some parts. */
export function peopleOf({
  accounts,
  paths,
  names,
  sessions,
  services,
}: PeopleParts): readonly Person[] {
  const inAccount = (account: string): readonly Person[] => {
    const iam = `arn:aws:iam::${account}`;
    const sts = `arn:aws:sts::${account}`;
    const placed = paths.flatMap((path) =>
      names.map((name) => ({ name, full: path + name })),
    );
    return [
      { principal: `${iam}:root` },
      ...placed.map(({ full }) => ({ principal: `${iam}:user/${full}` })),
      ...placed.flatMap(({ name, full }) =>
        sessions.map((session) => ({
          principal: `${sts}:assumed-role/${name}/${session}`,
          principalArn: `${iam}:role/${full}`,
        })),
      ),
      ...names.map((name) => ({ principal: `${sts}:federated-user/${name}` })),
    ];
  };
  return [
    ...accounts.flatMap(inAccount),
    ...services.map((principal) => ({ principal })),
  ];
}

/** The callers of the tiny space; random policies name all accounts but the last, and all services but the last. */
export const tinyPeople: readonly Person[] = [
  ...peopleOf({
    accounts: ["111122223333", "444455556666", "777788889999"],
    paths: ["", "p/"],
    names: ["a", "b", "c", "ab", "ac", "cb", "cc"],
    sessions: ["s", "t"],
    services: [
      "logs.us-east-1.amazonaws.com",
      "cloudtrail.amazonaws.com",
      "sns.amazonaws.com",
    ],
  }),
  ...[
    ["a", "q/a"],
    ["ab", "q/ab"],
    ["a", "a/a"],
    ["ab", "p/q/ab"],
  ].map(([name, full]) => ({
    principal: `arn:aws:sts::111122223333:assumed-role/${name}/s`,
    principalArn: `arn:aws:iam::111122223333:role/${full}`,
  })),
];

/** What random policies write in `AWS`, apart from the star. */
export const namedByAws: readonly string[] = [
  "111122223333",
  "arn:aws:iam::111122223333:root",
  "arn:aws:iam::111122223333:role/a",
  "arn:aws:iam::111122223333:role/p/ab",
  "arn:aws:sts::111122223333:assumed-role/a/s",
  "arn:aws:sts::111122223333:assumed-role/ab/s",
  "arn:aws:iam::111122223333:user/a",
  "arn:aws:iam::111122223333:user/p/b",
  "arn:aws:sts::111122223333:federated-user/a",
  "arn:aws:iam::444455556666:root",
  "444455556666",
  "arn:aws:iam::444455556666:role/b",
  "arn:aws:sts::444455556666:assumed-role/b/s",
  "AROAEXAMPLEID1234567",
];

/** What random policies write in `Service`. */
export const namedServices: readonly string[] = [
  "logs.us-east-1.amazonaws.com",
  "cloudtrail.amazonaws.com",
];

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";

import type { Design, Statement } from "../design/design.ts";
import { statementsOf } from "../design/key-parts.ts";
import { exportDesign } from "../export/export-design.ts";
import type { Problem } from "../problem/problem.ts";
import { arbitraryDesign } from "../testing/arbitrary-design.ts";
import { importText } from "./import-text.ts";

const isDeep = process.env["KEYWRIGHT_DEEP"] === "1";

const account = `{
  "Sid": "Account",
  "Effect": "Allow",
  "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
  "Action": "kms:*",
  "Resource": "*"
}`;
const logs = `{
  "Effect": "Allow",
  "Principal": { "Service": "logs.eu-west-1.amazonaws.com" },
  "Action": ["kms:Encrypt*", "kms:Decrypt*"],
  "Resource": "*",
  "Condition": { "ArnLike": { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*" } }
}`;
const readAccount: Statement = {
  sid: "Account",
  effect: "Allow",
  principals: ["Account111122223333"],
  actions: ["kms:*"],
  resources: ["*"],
};
const readLogs: Statement = {
  effect: "Allow",
  principals: ["Logs"],
  actions: ["kms:Encrypt*", "kms:Decrypt*"],
  resources: ["*"],
  conditions: {
    ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:*" },
  },
};
const documentOf = (...statements: readonly string[]) =>
  `{ "Version": "2012-10-17", "Id": "mine", "Statement": [${statements.join(",")}] }`;

function read(text: string) {
  const imported = importText(text);
  if (!imported.ok)
    throw new Error(imported.problems.map(({ message }) => message).join("; "));
  const { design, warnings, ...rest } = imported.value;
  return {
    ...rest,
    design,
    statements: design.keys.flatMap(statementsOf),
    warnings: warnings.map(({ code }) => code),
  };
}

function problemsOf(text: string): readonly Problem[] {
  const imported = importText(text);
  return imported.ok ? [] : imported.problems;
}

function policyText(design: Design): string {
  const exported = exportDesign(design, "key-policy");
  return exported.ok ? exported.value.text : "";
}

const policySchema = z.object({ Statement: z.array(z.json()) });

/** The statements of a policy as texts, each once, with each list as a set. */
function inSets(text: string): readonly string[] {
  const { Statement: statements } = policySchema.parse(JSON.parse(text));
  const texts = statements.map((statement) =>
    JSON.stringify(statement, (_name, value: unknown) => {
      if (!Array.isArray(value)) return value;
      const members = new Set<unknown>(value);
      const [first] = members;
      return members.size === 1 ? first : [...members];
    }),
  );
  return [...new Set(texts)];
}

describe("JSON as people paste it", () => {
  test.each<[string, string]>([
    ["one after another", `${account}\n${logs}`],
    ["with commas between and behind", `${account},\n${logs},\n`],
    ["in a list", `[${account}, ${logs}]`],
    ["with comments", `// ours\n${account}, /* theirs */ ${logs} // end`],
    ["behind a prompt", `$ cat policy.json\n# the policy\n${account},${logs}`],
    [
      "behind a prompt with a name",
      `me@host:~/keys$ cat policy.json\n${account},${logs}`,
    ],
    ["with a byte order mark and CRLF", `\ufeff${account},${logs}`],
  ])("[I1] two statements %s", (_name, text) => {
    const crlf = text.replaceAll("\n", "\r\n");
    for (const one of [text, crlf]) {
      const { statements } = read(one);
      expect(statements).toEqual([readAccount, readLogs]);
    }
  });

  test("[I1] a trailing comma in an object is no mistake, one that is missing is told", () => {
    expect(read(account.replace(/\n}$/, ",\n}")).warnings).toEqual([]);
    const missing = account.replace('"Allow",', '"Allow"');
    const imported = importText(missing);
    const warnings = imported.ok ? imported.value.warnings : [];
    expect(warnings.map(({ code }) => code)).toEqual(["import/syntax"]);
    const [{ span } = {}] = warnings;
    expect(missing.slice(span?.start)).toMatch(/^"Principal"/);
    expect(read(missing).statements).toEqual([readAccount]);
  });

  test("[I1] a string that a terminal has broken is whole again", () => {
    const broken = account.replace("111122223333", "1111\n22223333");
    expect(read(broken).statements).toEqual([readAccount]);
  });
});

describe("a key policy", () => {
  test("[I2] a document is read with its id, and its statements stay as they are", () => {
    const { design, source, keptAsText, warnings } = read(
      documentOf(account, logs),
    );
    expect({ source, keptAsText, warnings }).toEqual({
      source: "key-policy",
      keptAsText: 0,
      warnings: [],
    });
    expect(design.keys).toMatchObject([
      { policy: { mode: "replace", id: "mine", minimize: false } },
    ]);
    expect(JSON.parse(policyText(design))).toEqual(
      JSON.parse(documentOf(account, logs)),
    );
  });

  test("[I2] a document under a name, and one whose only statement is no list", () => {
    const { statements } = read(`{ "my-key": ${documentOf(account)} }`);
    expect(statements).toEqual([readAccount]);
    const single = documentOf(account).replaceAll(/[[\]]/g, "");
    expect(read(single).statements).toEqual([readAccount]);
  });

  test("[I2] principals of every type, each once", () => {
    const principal = {
      AWS: ["*", "arn:aws:iam::111122223333:role/team/App", "AIDAEXAMPLE"],
      Service: ["s3.amazonaws.com"],
      Federated: "cognito-identity.amazonaws.com",
      CanonicalUser: "a".repeat(64),
    };
    const statement = (sid: string) =>
      account
        .replace("Account", sid)
        .replace(
          /"Principal": .*,/,
          `"Principal": ${JSON.stringify(principal)},`,
        );
    const { design, keptAsText } = read(
      documentOf(statement("One"), statement("Two")),
    );
    expect(keptAsText).toBe(0);
    expect(design.principals.map(({ id, kind }) => [id, kind])).toEqual([
      ["Everyone", "any"],
      ["App", "arn"],
      ["Principal", "arn"],
      ["S3", "service"],
      ["CognitoIdentity", "federated"],
      ["CanonicalUser", "canonical-user"],
    ]);
  });

  test.each([
    ["an element that is none", '"Effect": "Allow", "Comment": "x"'],
    ["an intrinsic function", '"Effect": { "Fn::If": ["C", "Allow", "Deny"] }'],
    ["a Sid that is empty", '"Effect": "Allow", "Sid": ""'],
  ])("[I3] %s keeps the statement as JSON", (_name, text) => {
    const odd = account
      .replace('"Effect": "Allow"', text)
      .replace(text.includes('"Sid"') ? '"Sid": "Account",' : "", "");
    const { statements, keptAsText } = read(documentOf(odd, logs));
    expect(statements).toEqual([
      { verbatim: z.json().parse(JSON.parse(odd)) },
      readLogs,
    ]);
    expect(keptAsText).toBe(1);
  });

  test("[I4] a policy without principals is one of an identity", () => {
    const identity = account.replace(/"Principal": .*,/, "");
    expect(problemsOf(documentOf(identity))).toMatchObject([
      { code: "import/identity-policy" },
    ]);
  });

  test("[I4] a policy of a bucket is refused, and told by its service", () => {
    const bucket = account.replace("kms:*", "s3:GetObject");
    expect(problemsOf(documentOf(bucket))).toMatchObject([
      {
        code: "import/other-resource",
        message:
          "this is the policy of another resource: its actions are of s3",
      },
    ]);
  });

  test.each([
    ["as JSON", JSON.stringify({ Policy: documentOf(account) })],
    [
      "as JSON with its name",
      `$ aws kms get-key-policy --key-id alias/x\n${JSON.stringify({ Policy: documentOf(account), PolicyName: "default" })}`,
    ],
    ["as a string of JSON", JSON.stringify(documentOf(account))],
    ["as text", documentOf(account)],
  ])("[I5] what get-key-policy prints, %s", (_name, text) => {
    expect(read(text).statements).toEqual([readAccount]);
  });

  test("[I6] random key policies come back as the same text", () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryDesign(), ({ keys, ...design }) => {
        for (const key of keys) {
          const text = policyText({ ...design, keys: [key] });
          if (text === "" || !importText(text).ok) continue;
          compared++;
          const again = policyText(read(text).design);
          expect(inSets(again)).toEqual(inSets(text));
          expect(policyText(read(again).design)).toBe(again);
        }
      }),
      { numRuns: isDeep ? 5000 : 300, seed: 20_261_128 },
    );
    expect(compared).toBeGreaterThan(300);
  });

  test("[I8] another version, names that are there twice and what is no part are told", () => {
    const text = documentOf(account)
      .replace("2012-10-17", "2008-10-17")
      .replace('"Id"', '"Owner": "x", "Id": "first", "Id"');
    expect(read(text).warnings).toEqual([
      "import/duplicate-name",
      "import/version",
      "import/left-out",
    ]);
    expect(read(documentOf(logs, account, logs)).warnings).toEqual([
      "import/repeated-statement",
    ]);
  });
});

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    account,
    logs,
    documentOf(account),
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    "//",
    "/*",
    '{"__proto__":{"Effect":"Allow"}}',
    '{"Statement":',
    '{"Policy":"{"}',
    '{"KeyMetadata":{"Arn":7,"KeySpec":[]}}',
    '{"Aliases":[{"AliasName":{}}]}',
    '{"format_version":"1","values":{"root_module":{"resources":[{"type":"aws_kms_key","name":"a","values":{"policy":"{"}}]}}}',
    '{"version":4,"resources":[{"instances":[{}]}]}',
    "\u0000",
    "\ud800",
    "\n",
    "$ ",
  );

  test("[I7] import answers", () => {
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 20 })), {
        maxLength: 12,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (one) => {
        const imported = importText(one);
        const answers = imported.ok
          ? imported.value.design.keys
          : imported.problems;
        expect(answers).not.toEqual([]);
      }),
      { numRuns: isDeep ? 20_000 : 1000, seed: 7 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  function manyKeys(count: number): string {
    const members = Array.from(
      { length: count },
      (_, index) => [`K${index}`, { Type: "AWS::KMS::Key" }] as const,
    );
    return JSON.stringify({ Resources: Object.fromEntries(members) });
  }

  test.each([
    ["nothing", "", "import/not-recognised"],
    ["words", "hello", "import/not-recognised"],
    ["a number", "42", "import/not-recognised"],
    ["brackets without end", "[".repeat(100_000), "import/too-deep"],
    ["quotes without end", '"\n'.repeat(200_000), "import/not-recognised"],
    ["a reserved name", '{"__proto__": 1}', "json/reserved-name"],
    ["too much", " ".repeat(10_000_001), "import/too-large"],
    ["too many items", `[${"0,".repeat(4_000_000)}0]`, "import/too-large"],
    ["too many lines", "a: b\n".repeat(2_000_000), "import/too-large"],
    ["one long string", `"${"a".repeat(9_000_000)}`, "import/not-json"],
    ["one long line", "a".repeat(9_000_000), "import/not-json"],
    ["blanks", " ".repeat(9_000_000), "import/not-json"],
    ["a long prompt", `a@${"a".repeat(900_000)}`, "import/not-recognised"],
    [
      "a long escape",
      `{"a": "${"\\n".repeat(450_000)}"}`,
      "import/not-recognised",
    ],
    ["too many keys", manyKeys(2001), "import/too-large"],
  ])("[I7] %s is refused soon", (_name, text, code) => {
    const start = performance.now();
    expect(problemsOf(text)[0]?.code).toBe(code);
    // A tenth of that where the machine has nothing else to do; what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

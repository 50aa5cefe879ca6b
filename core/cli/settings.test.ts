import { describe, expect, test } from "vitest";

import { samples } from "../index.ts";
import type { AccessSettings, Design } from "../index.ts";
import { parseArguments } from "./arguments.ts";
import { readSettings, settingOptions } from "./settings.ts";

const { design: bare } = samples["symmetric-data-key"];
const [key] = bare.keys;
const keyId = key?.id ?? "";
const keyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd";
const own: AccessSettings = {
  account: "111122223333",
  organization: { id: "o-a1b2c3d4e5", accounts: ["444455556666"] },
  deployer: "arn:aws:iam::111122223333:role/Own",
};
const design: Design = { ...bare, settings: own };
const twoKeys: Design = {
  ...bare,
  keys: bare.keys.flatMap((one) => [one, { ...one, id: "Second" }]),
};

/** Reads options over a design, with files in memory. */
function read(
  args: readonly string[],
  of: Design = design,
  files: Record<string, string> = {},
) {
  let err = "";
  const io = {
    read: (file: string) => {
      const text = files[file];
      if (text === undefined) throw new Error(`no such file: ${file}`);
      return text;
    },
    list: () => undefined,
    write: () => "",
    out: () => undefined,
    err: (text: string) => {
      err += text;
    },
  };
  const parsed = parseArguments(args, settingOptions);
  if (!parsed.ok) throw new Error(parsed.message);
  return { settled: readSettings(io, parsed.value, of), err };
}

describe("settings on the command line", () => {
  test("[M10] without options the design is as it was", () => {
    expect(read(["FILE"])).toEqual({ settled: { design }, err: "" });
    expect(read(["FILE"], bare).settled?.design).toBe(bare);
  });

  test("[M10] options win over the file, and the file over the design", () => {
    const file: AccessSettings = {
      account: "777788889999",
      trustedAccounts: ["222233334444"],
      deployer: "arn:aws:iam::111122223333:role/File",
    };
    const { settled, err } = read(
      ["--deployer", "arn:aws:iam::111122223333:user/me", "--settings", "s"],
      design,
      { s: JSON.stringify(file) },
    );
    expect(err).toBe("");
    expect(settled?.design).toEqual({
      ...bare,
      settings: {
        ...own,
        account: "777788889999",
        trustedAccounts: ["222233334444"],
        deployer: "arn:aws:iam::111122223333:user/me",
      },
    });
  });

  test("[M10] a design without settings gets those of the options", () => {
    expect(
      read(["--account", "111122223333"], bare).settled?.design.settings,
    ).toEqual({ account: "111122223333" });
  });

  test("[M10] the accounts of an organization stay with it, and go with another", () => {
    const organizationWith = (id: string) =>
      read(["--organization", id]).settled?.design.settings?.organization;
    expect(organizationWith("o-a1b2c3d4e5")).toEqual(own.organization);
    expect(organizationWith("o-bbbbbbbbbb")).toEqual({ id: "o-bbbbbbbbbb" });
  });

  test("[M10] a key and its ARN are handed on", () => {
    expect(
      read(["--key", keyId, "--key-arn", keyArn], twoKeys).settled,
    ).toEqual({ design: twoKeys, keyId, keyArn });
  });

  test.each<[string, readonly string[], string]>([
    ["account", ["--account", "12"], "`12` is not an account ID of 12 digits"],
    [
      "organization",
      ["--organization", "r-1"],
      "`r-1` is not an organization ID such as `o-a1b2c3d4e5`",
    ],
    ["deployer", ["--deployer", "me"], "`me` is not an ARN"],
    [
      "deployer",
      ["--deployer", "arn:aws:iam::111122223333:root"],
      "this is the ARN of a root",
    ],
    ["key", ["--key", "None"], `there is no key \`None\`; the design has`],
    ["key-arn", ["--key-arn", "x"], "`x` is not the ARN of a key"],
    [
      "key-arn",
      ["--key-arn", "arn:aws:kms:eu-west-1:111122223333:alias/x"],
      "is not the ARN of a key",
    ],
  ])("[M10] an unusable --%s is told: %j", (option, args, message) => {
    const { settled, err } = read(args);
    expect(settled).toBeUndefined();
    expect(err).toContain(`--${option}: `);
    expect(err).toContain(message);
  });

  test("[M10] everything that is wrong is told at once", () => {
    const { settled, err } = read(
      ["--account", "x", "--key", "None", "--settings", "s"],
      design,
      { s: "{}}" },
    );
    expect(settled).toBeUndefined();
    expect(err).toMatch(/--account: .*--key: .*s:1:3: error/s);
  });

  test("[M10] of several keys one has the ARN", () => {
    expect(read(["--key-arn", keyArn], twoKeys).err).toContain("--key which");
    expect(read(["--key-arn", keyArn]).settled?.keyArn).toBe(keyArn);
  });

  test("[M10] what is wrong in the file is told with its place", () => {
    const { settled, err } = read(["--settings", "s.json"], design, {
      "s.json": '{\n  "account": "12",\n  "trusted": []\n}',
    });
    expect(settled).toBeUndefined();
    expect(err).toContain(
      's.json:2:14: error: `settings.account` must be an account ID of 12 digits, received `"12"`',
    );
    expect(err).toContain("s.json:3:");
    expect(err).toContain("`settings.trusted` is not a property");
  });

  test.each(["[]", "null", '"x"'])(
    "[M10] a file with %s has no settings",
    (text) => {
      const { settled, err } = read(["--settings", "s"], design, { s: text });
      expect(settled).toBeUndefined();
      expect(err).toContain("`settings` must be an object");
    },
  );

  test("[M10] a file that is not there is told", () => {
    const { settled, err } = read(["--settings", "none.json"]);
    expect(settled).toBeUndefined();
    expect(err).toContain("none.json");
  });

  test("[M10] standard input is one file only", () => {
    const { settled, err } = read(["-", "--settings", "-"]);
    expect(settled).toBeUndefined();
    expect(err).toContain("standard input");
  });
});

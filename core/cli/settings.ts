import { parseArn, parseDesign, readJson, settingProblem } from "../index.ts";
import type {
  AccessSettings,
  Design,
  Problem,
  Result,
  SettingForm,
} from "../index.ts";
import type { Arguments, Options } from "./arguments.ts";
import type { Io } from "./io.ts";
import { readText } from "./read-design.ts";
import { positionAt, problemText } from "./report.ts";

/** The options of every command that gives verdicts about access. */
export const settingOptions = {
  account: "text",
  key: "text",
  "key-arn": "text",
  organization: "text",
  deployer: "text",
  settings: "text",
} as const satisfies Options;

/** A design with all that verdicts about it assume. */
export interface SettledDesign {
  /** The design; its settings are those of the options, else of the file, else its own. */
  readonly design: Design;
  /** The `id` of the key that is asked about. */
  readonly keyId?: string;
  /** The ARN that this key has. */
  readonly keyArn?: string;
}

/** Reads {@link settingOptions}; undefined when they could not be used, and then every reason was printed. */
export function readSettings(
  io: Io,
  args: Arguments,
  design: Design,
): SettledDesign | undefined {
  const given = settingsOf(args);
  const messages = [...given.messages, ...keyMessages(args, design)];
  for (const message of messages) io.err(`${message}\n`);
  const file = args.text("settings");
  const withFile = file === undefined ? design : readFile(io, args, design);
  if (messages.length > 0 || withFile === undefined) return undefined;
  const settings = merged(withFile.settings, given.settings);
  const keyId = args.text("key");
  const keyArn = args.text("key-arn");
  return {
    design: settings === undefined ? withFile : { ...withFile, settings },
    ...(keyId !== undefined && { keyId }),
    ...(keyArn !== undefined && { keyArn }),
  };
}

const forms = ["account", "organization", "deployer"] as const;

/** What the options set, and what is wrong with them. */
function settingsOf(args: Arguments): {
  readonly settings: AccessSettings;
  readonly messages: readonly string[];
} {
  const texts = new Map(
    forms.flatMap((name) => {
      const text = args.text(name);
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
  const account = texts.get("account");
  const organization = texts.get("organization");
  const deployer = texts.get("deployer");
  return {
    settings: {
      ...(account !== undefined && { account }),
      ...(organization !== undefined && { organization: { id: organization } }),
      ...(deployer !== undefined && { deployer }),
    },
    messages: [...texts].flatMap(([name, text]) => messagesOf(name, text)),
  };
}

function messagesOf(name: SettingForm, text: string): readonly string[] {
  const problem = settingProblem(name, text);
  return problem === undefined
    ? []
    : [`--${name}: ${problem.message}\n    ${problem.help}`];
}

function keyMessages(args: Arguments, { keys }: Design): readonly string[] {
  const id = args.text("key");
  const arn = args.text("key-arn");
  const ids = keys.map((key) => key.id);
  return [
    ...(id === undefined || ids.includes(id)
      ? []
      : [`--key: there is no key \`${id}\`; ${listed(ids)}`]),
    ...(arn === undefined || isKeyArn(arn)
      ? []
      : [
          `--key-arn: \`${arn}\` is not the ARN of a key\n    write it as arn:aws:kms:eu-west-1:111122223333:key/ID`,
        ]),
    ...(arn !== undefined && id === undefined && ids.length > 1
      ? [`--key-arn: there are several keys; say with --key which has the ARN`]
      : []),
  ];
}

function listed(ids: readonly string[]): string {
  return ids.length === 0
    ? "the design has none"
    : `the design has ${ids.map((id) => `\`${id}\``).join(", ")}`;
}

/** Source: AWS KMS Developer Guide, "Key identifiers". */
function isKeyArn(text: string): boolean {
  const arn = parseArn(text);
  return (
    arn !== undefined &&
    arn.service === "kms" &&
    /^[a-z0-9-]+$/.test(arn.region) &&
    /^\d{12}$/.test(arn.account) &&
    /^key\/[\w-]+$/.test(arn.resource)
  );
}

/** The design with the settings of the file over its own; undefined when that failed, and then the reasons were printed. */
function readFile(io: Io, args: Arguments, design: Design): Design | undefined {
  const file = args.text("settings") ?? "";
  if (file === "-" && args.positionals.includes("-")) {
    io.err("only one of FILE and --settings can be standard input\n");
    return undefined;
  }
  const text = readText(io, file);
  if (text === undefined) return undefined;
  const read = parsedSettings(text, design);
  if (read.ok) return { ...design, settings: read.value };
  for (const problem of read.problems)
    io.err(
      problemText(
        file,
        problem,
        problem.span && positionAt(text, problem.span.start),
      ),
    );
  return undefined;
}

/** The settings in a text merged with those of a design, or every problem with its place in the text. */
function parsedSettings(text: string, design: Design): Result<AccessSettings> {
  const json = readJson(text);
  if (!json.ok) return json;
  const parsed = parseDesign({ ...design, settings: json.value.value });
  if (parsed.ok) {
    const settings = merged(design.settings, parsed.value.settings ?? {});
    return { ok: true, value: settings ?? {} };
  }
  return {
    ok: false,
    problems: parsed.problems.map((problem): Problem => {
      const path = problem.path.slice(1);
      const span = json.value.spanOf(path);
      return { ...problem, path, ...(span !== undefined && { span }) };
    }),
  };
}

/** The settings with others over them; the accounts of an organization stay with it. */
function merged(
  under: AccessSettings | undefined,
  over: AccessSettings,
): AccessSettings | undefined {
  const organization = mergedOrganization(
    under?.organization,
    over.organization,
  );
  const settings = {
    ...under,
    ...over,
    ...(organization && { organization }),
  };
  return Object.keys(settings).length > 0 ? settings : under;
}

function mergedOrganization(
  under: AccessSettings["organization"],
  over: AccessSettings["organization"],
) {
  if (under === undefined || under.id !== over?.id) return over ?? under;
  return { ...under, ...over };
}

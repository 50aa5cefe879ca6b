import type { Design, Key, Stack } from "../../design/design.ts";
import { principalUses } from "../../design/references.ts";
import type { Path } from "../../problem/problem.ts";
import { changedFlags } from "../../synth/flags.ts";
import type { Doc } from "../code/doc.ts";
import { hardline, indent, join, mark } from "../code/doc.ts";
import {
  call,
  objectLiteral,
  shortObjectLiteral,
  stringLiteral,
} from "./expressions.ts";
import type { Property } from "./expressions.ts";
import { Identifiers } from "./identifiers.ts";
import { keyCode } from "./key-code.ts";
import type { PrincipalUse } from "./key-code.ts";
import { principalCode } from "./principal-code.ts";

/** The statements that build the keys of a stack, to stand in the constructor of one. */
export function stackBody(design: Design, stack: Stack): readonly Doc[] {
  const names = new Identifiers();
  const keys = design.keys.flatMap((key, index) =>
    key.stack === stack.id ? [{ key, path: ["keys", index] as Path }] : [],
  );
  const { declarations, principal } = sharedPrincipals(
    design,
    keys.map(({ key }) => key),
    names,
  );
  const blocks = keys.map(({ key, path }) => {
    const variable = names.variable(key.id, "key");
    const l1Variable = names.variable(`cfn-${variable}`, "cfnKey");
    return join(
      hardline,
      keyCode({ key, path, principal, variable, l1Variable }),
    );
  });
  return declarations.length === 0
    ? blocks
    : [join(hardline, declarations), ...blocks];
}

/** A principal that is named more than once becomes a variable, as the CDK would otherwise see different ones. */
function sharedPrincipals(
  design: Design,
  keys: readonly Key[],
  names: Identifiers,
): { declarations: readonly Doc[]; principal: PrincipalUse } {
  const uses = usesOfPrincipals(keys);
  const code = new Map<string, Doc>();
  const declarations: Doc[] = [];
  for (const [index, principal] of design.principals.entries()) {
    const construct = principalCode(principal);
    if ((uses.get(principal.id) ?? 0) < 2) {
      code.set(principal.id, construct);
      continue;
    }
    const variable = names.variable(principal.id, "principal");
    code.set(principal.id, variable);
    declarations.push(
      mark([["principals", index]], [`const ${variable} = `, construct, ";"]),
    );
  }
  const indexOf = new Map(
    design.principals.map(({ id }, index) => [id, index]),
  );
  const principal: PrincipalUse = (id, namedBy) =>
    mark([namedBy, ["principals", indexOf.get(id) ?? -1]], code.get(id) ?? id);
  return { declarations, principal };
}

function usesOfPrincipals(keys: readonly Key[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const id of keys.flatMap(principalUses))
    uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}

/** A whole program: imports, a class for the stack, and the app. */
export function programCode(design: Design, stack: Stack): Doc {
  const stackIndex = design.stacks.indexOf(stack);
  const className = new Identifiers().type(stack.id, "Stack");
  return [
    flagComment(design),
    join(hardline, importLines(design, stack)),
    hardline,
    hardline,
    classCode(className, stackBody(design, stack)),
    hardline,
    hardline,
    "const app = new cdk.App();",
    hardline,
    mark(
      [["stacks", stackIndex]],
      [
        call(`new ${className}`, ["app", stringLiteral(stack.id)], env(stack)),
        ";",
      ],
    ),
    hardline,
  ];
}

function flagComment(design: Design): Doc {
  const flags = changedFlags(design.cdk);
  if (flags.length === 0) return [];
  return [
    join(hardline, [
      "// Made for these feature flags in the context of cdk.json, where they differ from `cdk init` 2.276.0:",
      ...flags.map(([flag, value]) => `//   "${flag}": ${value}`),
    ]),
    hardline,
  ];
}

function importLines(design: Design, stack: Stack): readonly string[] {
  const keys = design.keys.filter((key) => key.stack === stack.id);
  const usesIam = keys.some(
    (key) =>
      principalUses(key).length > 0 ||
      key.policy.mode === "replace" ||
      key.policy.statements.length > 0,
  );
  return [
    'import * as cdk from "aws-cdk-lib";',
    ...(usesIam ? ['import * as iam from "aws-cdk-lib/aws-iam";'] : []),
    ...(keys.length > 0 ? ['import * as kms from "aws-cdk-lib/aws-kms";'] : []),
    'import type { Construct } from "constructs";',
  ];
}

function classCode(name: string, body: readonly Doc[]): Doc {
  const blocks: readonly Doc[] = ["super(scope, id, props);", ...body];
  return [
    `export class ${name} extends cdk.Stack {`,
    indent(
      hardline,
      "constructor(scope: Construct, id: string, props?: cdk.StackProps) {",
      indent(hardline, join([hardline, hardline], blocks)),
      hardline,
      "}",
    ),
    hardline,
    "}",
  ];
}

function env({ account, region }: Stack) {
  if (account === undefined && region === undefined) return undefined;
  const properties: readonly Property[] = [
    ["account", account === undefined ? undefined : stringLiteral(account)],
    ["region", region === undefined ? undefined : stringLiteral(region)],
  ];
  return objectLiteral([["env", shortObjectLiteral(properties)]]);
}

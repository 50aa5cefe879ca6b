import type { CdkLine } from "../../design/feature-flags.ts";
import { namesIn } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import { group, hardline, indent, join, line } from "../code/doc.ts";
import type { Variable } from "../program/expression.ts";
import type { StackClass } from "../program/program.ts";
import { typeCode } from "./expressions.ts";
import { Identifiers } from "./identifiers.ts";
import { lineOf } from "./lines.ts";
import { argumentList } from "./literals.ts";
import { blockCode } from "./statements.ts";

type Exposed = ReadonlyMap<Variable, string>;

interface ClassWords {
  readonly name: string;
  /** The names of what stacks hand to each other. */
  readonly exposed: Exposed;
  readonly cdkLine: CdkLine;
}

/** The class of a stack, after the interface of what it takes from others. */
export function classCode(stackClass: StackClass, words: ClassWords): Doc {
  const { takes, exposes } = stackClass;
  const { name, exposed } = words;
  return [
    takes.length === 0 ? [] : propsInterface(stackClass, name, exposed),
    group(`export class ${name}`, indent(line, "extends cdk.Stack"), line, "{"),
    indent(
      exposes.map((one) => [
        hardline,
        `public readonly ${exposed.get(one) ?? ""}: ${typeCode(one.type)};`,
      ]),
      exposes.length === 0 ? [] : hardline,
      hardline,
      constructorCode(stackClass, words),
    ),
    hardline,
    "}",
  ];
}

function propsInterface(
  { takes }: StackClass,
  name: string,
  exposed: Exposed,
): Doc {
  return [
    group(
      `export interface ${name}Props`,
      indent(line, "extends cdk.StackProps"),
    ),
    " {",
    indent(
      takes.map((one) => [
        hardline,
        `readonly ${exposed.get(one) ?? ""}: ${typeCode(one.takenAs)};`,
      ]),
    ),
    hardline,
    "}",
    hardline,
    hardline,
  ];
}

function constructorCode(
  stackClass: StackClass,
  { name, exposed, cdkLine }: ClassWords,
): Doc {
  const names = namesIn(stackClass, exposed, {
    locals: new Identifiers(),
    isSnippet: false,
  });
  const props =
    stackClass.takes.length === 0
      ? "props?: cdk.StackProps"
      : `props: ${name}Props`;
  const blocks: readonly (readonly Doc[])[] = [
    ["super(scope, id, props);"],
    ...stackClass.blocks.map((block) => blockCode(block, names)),
  ];
  return [
    "constructor",
    argumentList(
      [`scope: ${lineOf[cdkLine].construct.type}`, "id: string", props],
      false,
    ),
    " {",
    indent(
      hardline,
      join(
        [hardline, hardline],
        blocks.map((block) => join(hardline, block)),
      ),
    ),
    hardline,
    "}",
  ];
}

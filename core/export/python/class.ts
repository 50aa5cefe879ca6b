import type { CdkLine } from "../../design/feature-flags.ts";
import { namesIn } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import { hardline, indent, join } from "../code/doc.ts";
import type { Variable } from "../program/expression.ts";
import type { StackClass } from "../program/program.ts";
import { typeCode } from "./expressions.ts";
import { lineOf } from "./lines.ts";
import { callArguments, exploded } from "./literals.ts";
import { PythonNames } from "./names.ts";
import { blockCode } from "./statements.ts";

type Exposed = ReadonlyMap<Variable, string>;

interface ClassWords {
  readonly name: string;
  /** The names of what stacks hand to each other. */
  readonly exposed: Exposed;
  readonly cdkLine: CdkLine;
}

/** The class of a stack. */
export function classCode(
  stackClass: StackClass,
  { name, exposed, cdkLine }: ClassWords,
): Doc {
  return [
    `class ${name}`,
    callArguments(["cdk.Stack"]),
    ":",
    indent(
      hardline,
      "def __init__",
      parameters(stackClass, exposed, lineOf[cdkLine].construct),
      " -> None:",
      indent(
        hardline,
        join(
          [hardline, hardline],
          [
            "super().__init__(scope, construct_id, **kwargs)",
            ...bodyCode(stackClass, exposed, false),
          ],
        ),
      ),
    ),
  ];
}

/** What the class takes from others is given by name. */
function parameters(
  { takes }: StackClass,
  exposed: Exposed,
  construct: string,
): Doc {
  const first = ["self", `scope: ${construct}`, "construct_id: str"];
  if (takes.length === 0) return callArguments([...first, "**kwargs"]);
  return exploded(
    ["(", ")"],
    [
      ...first,
      "*",
      ...takes.map(
        (one) => `${exposed.get(one) ?? ""}: ${typeCode(one.takenAs)}`,
      ),
      "**kwargs",
    ],
  );
}

/** The groups of statements of a stack's constructor. */
export function bodyCode(
  stackClass: StackClass,
  exposed: Exposed,
  isSnippet: boolean,
): readonly Doc[] {
  const taken = stackClass.takes.map((one) => exposed.get(one) ?? "");
  const locals = new PythonNames(taken);
  const names = namesIn(stackClass, exposed, { locals, isSnippet });
  return stackClass.blocks.map((block) =>
    join(hardline, blockCode(block, names)),
  );
}

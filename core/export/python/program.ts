import { exposedNames } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import { hardline, join } from "../code/doc.ts";
import { flagComment } from "../code/flag-comment.ts";
import type { Program, StackClass } from "../program/program.ts";
import { modulesUsed } from "../program/walk.ts";
import { appCode } from "./app.ts";
import { bodyCode, classCode } from "./class.ts";
import { lineOf } from "./lines.ts";
import { PythonNames, stackAttributes } from "./names.ts";

const twoBlankLines: Doc = [hardline, hardline, hardline];

/** A whole program: imports, a class for each stack, and the app. */
export function programCode(program: Program): Doc {
  const { line, stacks } = program;
  const top = new PythonNames();
  const exposed = exposedNames(program, new PythonNames(stackAttributes));
  const classNames = new Map(
    stacks.map(({ stack }) => [stack.id, top.type(stack.id, "Stack")]),
  );
  const others = modulesUsed(stacks).filter((name) => name !== "cdk");
  return [
    flagComment(program).map((text) => [`# ${text}`, hardline]),
    join(hardline, lineOf[line].imports(others)),
    stacks.map((one) => [
      twoBlankLines,
      classCode(one, {
        name: classNames.get(one.stack.id) ?? "",
        exposed,
        cdkLine: line,
      }),
    ]),
    twoBlankLines,
    appCode(program, { classNames, exposed, top }),
    hardline,
  ];
}

/** The statements of a stack's constructor, to stand in that of another stack. */
export function snippetCode(program: Program, stackClass: StackClass): Doc {
  const exposed = exposedNames(program, new PythonNames(stackAttributes));
  const blocks = bodyCode(stackClass, exposed, true);
  return [
    blocks.length === 0
      ? "# The design puts nothing into this stack."
      : join([hardline, hardline], blocks),
    hardline,
  ];
}

/** The names by which a snippet calls what comes from other stacks. */
export function namesTaken(
  program: Program,
  { takes }: StackClass,
): readonly string[] {
  const exposed = exposedNames(program, new PythonNames(stackAttributes));
  return takes.map((one) => exposed.get(one) ?? "");
}

import { exposedNames, namesIn } from "../code/class-scope.ts";
import type { Doc } from "../code/doc.ts";
import { hardline, join } from "../code/doc.ts";
import { flagComment } from "../code/flag-comment.ts";
import { stackMembers } from "../code/stack-members.ts";
import type { Program, StackClass } from "../program/program.ts";
import { modulesUsed } from "../program/walk.ts";
import { appCode } from "./app.ts";
import { classCode } from "./class.ts";
import { Identifiers } from "./identifiers.ts";
import { lineOf } from "./lines.ts";
import { blockCode } from "./statements.ts";

const blankLine: Doc = [hardline, hardline];

/** A whole program: imports, a class for each stack, and the app. */
export function programCode(program: Program): Doc {
  const top = new Identifiers();
  const exposed = exposedNames(program, new Identifiers(stackMembers));
  const classNames = new Map(
    program.stacks.map(({ stack }) => [stack.id, top.type(stack.id, "Stack")]),
  );
  const nameOf = ({ stack }: StackClass) => classNames.get(stack.id) ?? "";
  return [
    flagComment(program).map((text) => [`// ${text}`, hardline]),
    join(hardline, importLines(program)),
    blankLine,
    program.stacks.map((one) => [
      classCode(one, {
        name: nameOf(one),
        exposed,
        cdkLine: program.line,
      }),
      blankLine,
    ]),
    appCode(program, { classNames, exposed, top }),
    hardline,
  ];
}

/** The statements of a stack's constructor, to stand in that of another stack. */
export function snippetCode(program: Program, stackClass: StackClass): Doc {
  const exposed = exposedNames(program, new Identifiers(stackMembers));
  const names = namesIn(stackClass, exposed, {
    locals: new Identifiers(),
    isSnippet: true,
  });
  const blocks = stackClass.blocks.map((block) =>
    join(hardline, blockCode(block, names)),
  );
  return [
    blocks.length === 0
      ? "// The design puts nothing into this stack."
      : join(blankLine, blocks),
    hardline,
  ];
}

/** The names by which a snippet calls what comes from other stacks. */
export function namesTaken(
  program: Program,
  { takes }: StackClass,
): readonly string[] {
  const exposed = exposedNames(program, new Identifiers(stackMembers));
  return takes.map((one) => `props.${exposed.get(one) ?? ""}`);
}

function importLines({ line, stacks }: Program): readonly string[] {
  const { imported, construct } = lineOf[line];
  const others = modulesUsed(stacks).filter((name) => name !== "cdk");
  return [
    ...(["cdk", ...others] as const).map(
      (name) => `import * as ${name} from "${imported(name)}";`,
    ),
    ...construct.imports,
  ];
}

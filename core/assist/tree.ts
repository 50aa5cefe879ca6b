/** A mapping or a list of a text, as far as it can be made out. */
export interface Container {
  readonly kind: "mapping" | "list";
  /** Where its members begin in their lines; -1 between brackets or braces. */
  readonly column: number;
  readonly members: Member[];
}

/** A member of a mapping, or an item of a list. */
export interface Member {
  /** Empty for an item. */
  readonly name: string;
  /** The long names of functions that tags put around the value, outermost first. */
  readonly functions: string[];
  content: Container | Scalar | undefined;
}

/** A text, a number or a word, with its quotes. */
export interface Scalar {
  readonly kind: "scalar";
  readonly start: number;
  readonly end: number;
}

/** A new member without a value. */
export function newMember(name = ""): Member {
  return { name, functions: [], content: undefined };
}

/** The value of a member is a mapping or a list. */
export function containerOf(member: Member | undefined): Container | undefined {
  const content = member?.content;
  return content === undefined || content.kind === "scalar"
    ? undefined
    : content;
}

/** The member of that name of a mapping. */
export function memberNamed(
  container: Container | undefined,
  name: string,
): Member | undefined {
  return container?.kind === "mapping"
    ? container.members.find((member) => member.name === name)
    : undefined;
}

/** The texts of a value: its own, or those of all that is in it. */
export function textsOf(text: string, member: Member | undefined): string[] {
  const texts: string[] = [];
  const open = member === undefined ? [] : [member];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { content } = one;
    if (content?.kind === "scalar") texts.push(scalarText(text, content));
    else if (content !== undefined) open.push(...content.members);
  }
  return texts;
}

/** What a scalar says, without its quotes; escapes stay as they are written. */
export function scalarText(text: string, { start, end }: Scalar): string {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") return text.slice(start, end);
  const isClosed = end - start > 1 && text.charAt(end - 1) === quote;
  return text.slice(start + 1, isClosed ? end - 1 : end);
}

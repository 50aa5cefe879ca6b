import type { Design, Path } from "../../core/index.ts";
import { printPath, synthesize } from "../../core/index.ts";

/** A resource that a change of the design gives another logical ID or stack. */
export interface LogicalIdChange {
  /** The type of the resource, such as `AWS::KMS::Key`. */
  readonly type: string;
  readonly before: string;
  readonly after: string;
  /** The stack it goes to, where that is another. */
  readonly toStack?: string;
}

/** A resource of a template and the part of the design it came from. */
interface Resource {
  readonly origin: string;
  readonly type: string;
  readonly logicalId: string;
  /** The stack by its place: its name may change as well. */
  readonly stack: number;
}

/**
 * The resources that get another logical ID or another stack when one design becomes the other.
 * No part of the design may have another place in its list.
 */
export function logicalIdChanges(
  before: Design,
  after: Design,
): readonly LogicalIdChange[] {
  const left = [...resourcesOf(after)];
  return resourcesOf(before).flatMap((was) => {
    const at = left.findIndex(
      ({ origin, type }) => origin === was.origin && type === was.type,
    );
    const [is] = at < 0 ? [] : left.splice(at, 1);
    if (is === undefined || isSame(was, is)) return [];
    const toStack = after.stacks[is.stack]?.id;
    return [
      {
        type: was.type,
        before: was.logicalId,
        after: is.logicalId,
        ...(was.stack !== is.stack && toStack !== undefined && { toStack }),
      },
    ];
  });
}

/** The logical ID of the resource that a part of the design is. */
export function logicalIdAt(design: Design, path: Path): string | undefined {
  const origin = printPath(path);
  return resourcesOf(design).find((one) => one.origin === origin)?.logicalId;
}

function isSame(a: Resource, b: Resource): boolean {
  return a.logicalId === b.logicalId && a.stack === b.stack;
}

function resourcesOf(design: Design): readonly Resource[] {
  return synthesize(design).flatMap(({ template, origins }, stack) =>
    Object.entries(template.Resources ?? {}).flatMap(([logicalId, json]) => {
      const path = origins[`Resources.${logicalId}`]?.resource;
      const type = typeof json["Type"] === "string" ? json["Type"] : "";
      return path === undefined
        ? []
        : [{ origin: printPath(path), type, logicalId, stack }];
    }),
  );
}

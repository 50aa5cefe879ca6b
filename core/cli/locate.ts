import { readJson, usesOf } from "../index.ts";
import type { Design, Imported, Path } from "../index.ts";
import { locateInPolicy } from "./locate-in-policy.ts";
import { locateInTemplates } from "./locate-in-templates.ts";
import { onlyFile } from "./source-text.ts";
import type { Place, SourceText } from "./source-text.ts";

/** Finds a part of a design in the files that it was read from; undefined where nobody knows in which. */
export type Locate = (path: Path) => Place | undefined;

/** A design and what it was read from. */
export interface ReadFiles {
  readonly design: Design;
  readonly source: Imported["source"];
  readonly files: readonly SourceText[];
}

/** Finds the parts of a design in the files that it was read from. */
export function locateIn({ design, source, files }: ReadFiles): Locate {
  switch (source) {
    case "design":
      return locateInDesign(files);
    case "cloudformation":
      return withPrincipals(design, locateInTemplates(design, files));
    case "key-policy":
    case "aws-cli":
      return withPrincipals(design, locateInPolicy(design, files));
    case "terraform":
      // A plan is one long line that nobody reads.
      return () => onlyFile(files);
  }
}

function locateInDesign(files: readonly SourceText[]): Locate {
  const [file] = files;
  const read = file && readJson(file.text);
  return (path) => {
    if (file === undefined) return undefined;
    const isPart = path.length > 0 && read?.ok === true;
    const span = isPart ? read.value.spanOf(path) : undefined;
    return span === undefined ? { file } : { file, span };
  };
}

/** A principal stands where it is named: only designs have a list of them. */
function withPrincipals(design: Design, locate: Locate): Locate {
  return (path) => {
    const [list, index] = path;
    const principal =
      list === "principals" ? design.principals[Number(index)] : undefined;
    const [use] =
      principal === undefined
        ? []
        : usesOf(design, "principal", principal.id).filter(
            (one) => one.path[0] === "keys",
          );
    return locate(use?.path ?? path);
  };
}

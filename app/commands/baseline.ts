import { setBaseline } from "../state/baseline.ts";
import { addNotice, stemOf } from "../state/storage/open.ts";
import { compareText } from "../text/compare.ts";
import { problemLines } from "../text/storage.ts";
import { chooseFiles } from "./files.ts";

/** Lets the person choose files as the baseline: a design, a template, or anything else that opens. */
export function chooseBaseline(): void {
  chooseFiles((files) => void readBaseline(files));
}

async function readBaseline(files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  const { importFiles } = await import("../lazy/texts.ts");
  const texts = await Promise.all(
    files.map(async (file) => ({ name: file.name, text: await file.text() })),
  );
  const read = importFiles(texts, stemOf(first.name) ?? first.name);
  if (read.ok) setBaseline({ name: first.name, design: read.value.design });
  else
    addNotice({
      id: "baseline",
      kind: "error",
      text: compareText.notRead,
      lines: problemLines(
        texts.map(({ text }) => text).join("\n"),
        read.problems,
      ),
    });
}

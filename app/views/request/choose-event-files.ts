/** Lets the person choose log files, also compressed ones. */
export function chooseEventFiles(take: (files: readonly File[]) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".json,.jsonl,.ndjson,.log,.txt,.gz,application/json";
  input.addEventListener("change", () => {
    take([...(input.files ?? [])]);
  });
  input.click();
}

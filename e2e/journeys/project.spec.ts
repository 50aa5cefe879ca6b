import { strFromU8, unzipSync } from "fflate";

import {
  emptyDesign,
  exportDesign,
  importFiles,
  newKey,
  type ExportTarget,
} from "../../core/index.ts";
import { templateFile } from "../../core/testing/template-files.ts";
import { downloadedBytesBy } from "../downloads.ts";
import { expect, test } from "../fixtures.ts";
import type { Designer } from "../pages/designer.ts";
import { OpenText } from "../pages/open-text.ts";

const text = templateFile("every-tag.yaml");

/** The files in the zip file of "Export project", by path. */
async function projectOf({ page, topBar }: Designer) {
  const { name, bytes } = await downloadedBytesBy(page, () =>
    topBar.exportProject.click(),
  );
  const files = Object.entries(unzipSync(bytes)).map(
    ([path, content]) => [path, strFromU8(content)] as const,
  );
  return { name, files: new Map(files) };
}

/** The files that the command line writes of the same template. */
function expected(target: ExportTarget): ReadonlyMap<string, string> {
  const read = importFiles([{ name: "payments.yaml", text }], "payments");
  if (!read.ok) throw new Error(read.problems[0]?.message);
  const exported = exportDesign(read.value.design, target, { project: true });
  if (!exported.ok) throw new Error(exported.problems[0]?.message);
  return new Map(
    [exported.value, ...(exported.value.companions ?? [])].map((file) => [
      `payments/${file.fileName}`,
      file.text,
    ]),
  );
}

test("a template leaves as a project in the language of the CDK tab", async ({
  designer,
}) => {
  const { page, code, topBar } = designer;
  await designer.visit();
  await designer.chooseFile("payments.yaml", text);
  await new OpenText(page).open.click();
  await expect(topBar.designName("payments")).toBeVisible();
  const project = await projectOf(designer);
  expect(project.name).toBe("payments.zip");
  expect(project.files).toEqual(expected("cdk-typescript"));
  expect([...project.files.keys()]).toContain(
    "payments/templates/payments.json",
  );
  await code.show("CDK", "Python");
  expect((await projectOf(designer)).files).toEqual(expected("cdk-python"));
});

test("a design that the CDK refuses has no project, and says why", async ({
  designer,
}) => {
  const empty = emptyDesign("Refused");
  const key = { ...newKey(empty), id: "Key", aliases: ["alias/aws/mine"] };
  await designer.openDesign({ ...empty, keys: [key] });
  await designer.topBar.exportProject.click();
  await expect(
    designer.page.getByText("there is no project to take away"),
  ).toBeVisible();
  await expect(
    designer.page.getByText("which only AWS may use"),
  ).not.toHaveCount(0);
});

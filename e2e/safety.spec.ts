import { samples, type Design } from "../core/index.ts";
import { expect, freshTest, test } from "./fixtures.ts";

const policyParts = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

test("the security policy is in the header and in the page", async ({
  page,
  designer,
}) => {
  const response = await page.goto("./");
  const header = response?.headers()["content-security-policy"] ?? "";
  const meta = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  for (const part of policyParts) {
    expect(header.split("; ")).toContain(part);
    expect(meta?.split("; ")).toContain(part);
  }
  expect(header).toContain("frame-ancestors 'none'");
  expect(header).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|\*/);
  await expect(designer.start.empty).toBeVisible();
});

test("the policy forbids what it says: eval, markup from text, other addresses", async ({
  baseURL,
  browser,
}) => {
  // A context of its own: the violations are wanted here, and the watched one fails on them.
  const context = await browser.newContext(baseURL ? { baseURL } : {});
  const own = await context.newPage();
  await own.goto("./");
  const outcomes = await own.evaluate(async () => {
    const attempt = async (action: () => unknown): Promise<string> => {
      try {
        await action();
        return "allowed";
      } catch {
        return "refused";
      }
    };
    return {
      markup: await attempt(() => {
        document.createElement("div").innerHTML = "<b>x</b>";
      }),
      request: await attempt(() => fetch("https://example.com/")),
      script: await attempt(
        () =>
          new Promise((resolve, reject) => {
            const script = document.createElement("script");
            script.addEventListener("load", resolve);
            script.addEventListener("error", reject);
            script.src = "https://example.com/a.js";
            document.head.append(script);
          }),
      ),
      policy: await attempt(() =>
        (
          window as unknown as {
            trustedTypes: {
              createPolicy: (name: string, rules: object) => void;
            };
          }
        ).trustedTypes.createPolicy("of-an-attacker", {}),
      ),
    };
  });
  expect(outcomes).toEqual({
    markup: "refused",
    request: "refused",
    script: "refused",
    policy: "refused",
  });
  await context.close();
});

test("the editor runs under the policy, and any worker is a file of this page", async ({
  page,
  designer,
}) => {
  await designer.openDesign(samples["symmetric-data-key"].design);
  await expect(designer.code.monaco).toBeVisible({ timeout: 30_000 });
  await designer.code.editor.focus();
  await page.keyboard.press("Control+f");
  const find = page.getByRole("dialog", { name: /Find/ }).getByRole("textbox");
  await expect(find.first()).toBeFocused();
  await page.keyboard.type("RotationPeriod");
  await expect(designer.code.panel).toContainText("1 of 1");
  const origins = page.workers().map((worker) => new URL(worker.url()).origin);
  expect(new Set([...origins, new URL(page.url()).origin]).size).toBe(1);
});

freshTest(
  "the browser keeps nothing but designs, the journal, and how the page is set up",
  async ({ page, designer, context }) => {
    await designer.startEmpty();
    await designer.topBar.toDark.click();
    await designer.settings.description.fill("kept");
    await expect(designer.topBar.saved).toBeVisible();
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage).toSorted(),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
    }));
    expect(kept).toEqual({
      local: ["keywright/open", "keywright/theme"],
      session: [],
      databases: ["keywright"],
      caches: [],
    });
    expect(await context.cookies()).toEqual([]);
  },
);

const markup = `<img src=x onerror="window.injected = true"><b>bold</b>`;

const hostile: Design = {
  ...samples["symmetric-data-key"].design,
  name: markup,
  principals: [
    { id: markup, kind: "arn", arn: "arn:aws:iam::111122223333:role/App" },
  ],
  keys: [
    {
      id: markup,
      kind: "defined",
      stack: "PaymentsKeys",
      description: markup,
      aliases: [markup],
      tags: [{ key: markup, value: markup }],
      administrators: [],
      policy: {
        mode: "amend",
        statements: [
          {
            sid: markup,
            effect: "Allow",
            principals: [markup],
            actions: ["kms:Decrypt"],
            resources: ["*"],
            conditions: { StringEquals: { "kms:ViaService": markup } },
          },
          { verbatim: { Sid: markup, Effect: markup } },
        ],
      },
    },
  ],
};

test("markup in a design is shown as text, everywhere", async ({
  page,
  designer,
}) => {
  const { policy, code, problems, outline, topBar } = designer;
  await designer.openDesign(hostile);
  await expect(outline.region.getByText(markup)).toHaveCount(3);
  await policy.tab.click();
  await policy.statement(2).click();
  await expect(policy.sid).toHaveValue(markup);
  await problems.expand.click();
  for (const target of ["CloudFormation", "CDK", "Key policy"] as const)
    await code.show(target);
  await designer.chooseFile(`${markup}.json`, '{"keywright": "<b>x</b>"}');
  await expect(page.getByText(/is not a design file/)).toBeVisible();
  await topBar.home.click();
  await expect(designer.start.recent(markup)).toBeVisible();
  expect(await page.evaluate(() => "injected" in window)).toBe(false);
  expect(await page.locator("b", { hasText: /^(?:bold|x)$/ }).count()).toBe(0);
});

import { samples } from "../../core/index.ts";
import { freshTest as test } from "../fixtures.ts";
for (const scheme of ["light", "dark"] as const)
  test(`shots ${scheme}`, async ({ designer }) => {
    test.setTimeout(100000);
    const { page, code } = designer;
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 1440, height: 1500 });
    await designer.openDesign(samples["symmetric-data-key"].design);
    await code.show("Key policy");
    await code.monaco.waitFor();
    await page.waitForTimeout(1000);
    const shot = async (n: string) => {
      await page.waitForTimeout(500);
      await page.screenshot({
        clip: { x: 700, y: 300, width: 740, height: 1000 },
        path: `/tmp/shots/${n}-${scheme}.png`,
      });
    };
    const find = async (text: string) => {
      await code.monaco.getByText(text).first().click();
    };
    await find("kms:GenerateDataKey*");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type('"');
    await shot("policy-quote");
    await page.keyboard.type("Sig");
    await page.keyboard.press("Control+Space");
    await shot("policy-docs");
    await page.keyboard.press("Enter");
    await shot("policy-accepted");
    await code.monaco.getByText("kms:EncryptionContext:app").first().hover();
    await page.waitForTimeout(800);
    await shot("policy-hover");
    await code.show("CloudFormation", "YAML");
    await page.waitForTimeout(500);
    await find("EnableKeyRotation");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+Space");
    await shot("yaml-names");
    await page.keyboard.type("MultiR");
    await page.keyboard.press("Enter");
    await shot("yaml-values");
    await page.keyboard.press("Enter");
    await shot("yaml-accepted");
    await find("StringEquals");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("  ");
    await page.keyboard.press("Control+Space");
    await shot("yaml-keys");
    await page.keyboard.type("ViaS");
    await page.keyboard.press("Enter");
    await page.keyboard.type("s3");
    await shot("yaml-via");
    await page.keyboard.press("Enter");
    await shot("yaml-via-accepted");
  });

import type { Locator, Page } from "@playwright/test";

/** A key policy as AWS prints it. */
export const policyText = `{
  "Version": "2012-10-17",
  "Id": "key-default-1",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
      "Action": "kms:*",
      "Resource": "*"
    },
    {
      "Sid": "Allow use",
      "Effect": "Allow",
      "Principal": { "AWS": "arn:aws:iam::111122223333:role/App" },
      "Action": ["kms:Decrypt", "kms:DescribeKey"],
      "Resource": "*",
      "Condition": { "Bool": { "kms:GrantIsForAWSResource": true } }
    }
  ]
}`;

/** The window that shows what a text opens as. */
export class OpenText {
  readonly field: Locator;
  readonly review: Locator;
  readonly open: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    const window = page.getByRole("dialog", { name: "Open text" });
    this.field = window.getByRole("textbox", { name: "Text" });
    this.review = window.getByRole("status");
    this.open = window.getByRole("button", { name: "Open design" });
  }

  /** Pastes a text while no field has the focus. */
  async pasteAnywhere(text: string): Promise<void> {
    await this.page.getByRole("main").waitFor();
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true }),
      );
    }, text);
  }
}

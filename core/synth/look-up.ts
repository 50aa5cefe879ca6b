import type { LookedUpKey, Stack } from "../design/design.ts";

/** The key id that the CDK goes on with until a look-up has been made. Source: aws-cdk-lib 2.276.0, Key.DEFAULT_DUMMY_KEY_ID. */
export const dummyKeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

/** The name under which `cdk.context.json` keeps what a look-up found. */
export function contextKey(
  { alias }: LookedUpKey,
  { account = "", region = "" }: Stack,
): string {
  return `key-provider:account=${account}:aliasName=${alias}:region=${region}`;
}

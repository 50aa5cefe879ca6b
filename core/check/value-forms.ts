import { regionNames } from "../kms/regions.ts";
import { isAccountId, parseArn } from "../policy/arn.ts";
import { nearestName } from "./near-text.ts";
import type { Scalar } from "./written-conditions.ts";

/** What the values of a condition key look like. */
export interface ValueForm {
  /** What such a value is. */
  readonly words: string;
  readonly help: string;
  readonly fits: (text: string) => boolean;
  /** How every value begins. */
  readonly start?: string;
  /** A value of the form that was meant. */
  readonly mended?: (value: Scalar) => string | undefined;
  /** It has the form, and is only not known here. */
  readonly mayBe?: (text: string) => boolean;
}

/** Source: AWS Account Management Reference Guide, "AWS account identifiers". */
const account: ValueForm = {
  words: "an account ID",
  help: "an account ID has 12 digits",
  fits: isAccountId,
  mended: (value) => {
    const text = String(value);
    // A number loses the zeros that it begins with.
    if (typeof value === "number")
      return text.length < 12 ? text.padStart(12, "0") : undefined;
    const digits = parseArn(text)?.account ?? text.replaceAll(/[-\s]/g, "");
    return isAccountId(digits) ? digits : undefined;
  },
};

const region: ValueForm = {
  words: "a Region",
  help: "write the code of a Region, such as `us-east-1`",
  fits: (text) => regionNames.some((name) => name === text),
  mended: (value) => nearestName(String(value), regionNames),
  mayBe: (text) => /^[a-z]{2,4}(?:-[a-z]+){1,2}-\d$/.test(text),
};

/** Source: AWS Organizations API Reference, Organization, Id. */
const organization: ValueForm = {
  words: "the ID of an organization",
  help: "the ID of an organization is such as `o-a1b2c3d4e5`",
  start: "o-",
  fits: (text) => /^o-[a-z0-9]{10,32}$/.test(text),
  mended: (value) => /^o-[a-z0-9]{10,32}(?=\/)/.exec(String(value))?.[0],
};

/** Source: IAM User Guide, "Understand the AWS Organizations entity path". */
const organizationPath: ValueForm = {
  words: "the path of an organizational unit, with a slash at its end",
  help: "write it as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`",
  start: "o-",
  fits: (text) => path.test(text),
  mended: (value) => {
    const longer = `${String(value)}/`;
    return path.test(longer) ? longer : undefined;
  },
};
const path =
  /^o-[a-z0-9]{10,32}\/(?:r-[a-z0-9]{4,32}\/(?:ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}\/)*)?$/;

function networkId(prefix: "vpc-" | "vpce-", words: string): ValueForm {
  const form = new RegExp(`^${prefix}(?:[0-9a-z]{8}|[0-9a-z]{17})$`);
  return {
    words,
    help: `write \`${prefix}\` and 8 or 17 letters and digits`,
    start: prefix,
    fits: (text) => form.test(text),
  };
}

const arn: ValueForm = {
  words: "an ARN",
  help: "write an ARN such as `arn:aws:iam::111122223333:role/App`",
  start: "arn:",
  fits: (text) => parseArn(text) !== undefined,
};

/** Source: AWS KMS Developer Guide, "Condition keys for attested platforms". */
const measurement: ValueForm = {
  words: "a measurement of 96 hexadecimal digits",
  help: "write the 96 hexadecimal digits that the build of the image prints",
  // The guide's own example begins with 0x, and is longer.
  fits: (text) => /^(?:0x)?[0-9a-f]{96,}$/i.test(text),
};

const vpc = networkId("vpc-", "the ID of a VPC");

const forms: ReadonlyMap<string, ValueForm> = new Map([
  ["kms:calleraccount", account],
  ["aws:principalaccount", account],
  ["aws:resourceaccount", account],
  ["aws:sourceaccount", account],
  ["aws:vpceaccount", account],
  ["kms:primaryregion", region],
  ["kms:replicaregion", region],
  ["aws:requestedregion", region],
  ["aws:principalorgid", organization],
  ["aws:resourceorgid", organization],
  ["aws:sourceorgid", organization],
  ["aws:vpceorgid", organization],
  ["aws:principalorgpaths", organizationPath],
  ["aws:resourceorgpaths", organizationPath],
  ["aws:sourceorgpaths", organizationPath],
  ["aws:sourcevpc", vpc],
  ["aws:ec2instancesourcevpc", vpc],
  ["aws:sourcevpce", networkId("vpce-", "the ID of a VPC endpoint")],
  ["aws:principalarn", arn],
  ["aws:sourcearn", arn],
  ["kms:grantconstraintsourcearn", arn],
  ["kms:granteeprincipal", arn],
  ["kms:retiringprincipal", arn],
]);

/** What the values of a condition key look like, by its name in lower case; undefined where they may be anything. */
export function formOfKey(name: string): ValueForm | undefined {
  return name.startsWith("kms:recipientattestation:")
    ? measurement
    : forms.get(name);
}

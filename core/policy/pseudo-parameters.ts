/** The pseudo parameters of CloudFormation and the member of the CDK's `Aws` for each. */
export const pseudoParameters = {
  "AWS::AccountId": "ACCOUNT_ID",
  "AWS::NotificationARNs": "NOTIFICATION_ARNS",
  "AWS::NoValue": "NO_VALUE",
  "AWS::Partition": "PARTITION",
  "AWS::Region": "REGION",
  "AWS::StackId": "STACK_ID",
  "AWS::StackName": "STACK_NAME",
  "AWS::URLSuffix": "URL_SUFFIX",
} as const;

/** A pseudo parameter that can stand inside a text. */
export type PseudoParameter = Exclude<
  keyof typeof pseudoParameters,
  "AWS::NoValue" | "AWS::NotificationARNs"
>;

/** A piece of a design's text: literal characters, or a pseudo parameter written `${AWS::...}`. */
export type TextPart = string | { readonly ref: PseudoParameter };

const pattern =
  /\$\{(AWS::AccountId|AWS::Partition|AWS::Region|AWS::StackId|AWS::StackName|AWS::URLSuffix)\}/;

/** The literal pieces and pseudo parameters of a text, in order; no piece is empty. */
export function textParts(text: string): readonly TextPart[] {
  if (!text.includes("${AWS::")) return text === "" ? [] : [text];
  return text
    .split(pattern)
    .map((piece, index) =>
      index % 2 === 1 && isPseudoParameter(piece) ? { ref: piece } : piece,
    )
    .filter((piece) => piece !== "");
}

/** The text holds a pseudo parameter. */
export function hasPseudoParameter(text: string): boolean {
  return text.includes("${AWS::") && pattern.test(text);
}

/** The text with each pseudo parameter replaced by what `valueOf` gives for it. */
export function substitute(
  text: string,
  valueOf: (parameter: PseudoParameter) => string,
): string {
  return textParts(text)
    .map((part) => (typeof part === "string" ? part : valueOf(part.ref)))
    .join("");
}

function isPseudoParameter(text: string): text is PseudoParameter {
  return Object.hasOwn(pseudoParameters, text);
}

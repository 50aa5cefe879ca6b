import { sources, type Source, type SourceRef } from "../kms/sources.ts";

/** What a word means, in a sentence or two, and who says so. */
export interface Meaning {
  readonly title: string;
  readonly text: string;
  readonly source: string;
  readonly link?: string;
}

/** What a word means, with the first of the sources that state it. */
export function meaning(
  title: string,
  text: string,
  source: SourceRef | Source,
): Meaning {
  const { title: name, url } = sourceOf(source);
  return { title, text, source: name, ...(url !== undefined && { link: url }) };
}

function sourceOf(source: SourceRef | Source): Source {
  if (typeof source === "string") return sources[source];
  if ("title" in source) return source;
  const [first = "recalled"] = source;
  return sources[first];
}

/** A summary with what to watch, as sentences. */
export function withNote(summary: string, note: string | undefined): string {
  return note === undefined ? summary : `${summary} ${sentence(note)}`;
}

/** A few words as a sentence. */
export function sentence(words: string): string {
  const text = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  return text.endsWith(".") ? text : `${text}.`;
}

/** Pages that no table of facts is taken from, but whose names are explained. */
export const pages = {
  elements: {
    title: "IAM User Guide, IAM JSON policy element reference",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html",
  },
  principals: {
    title: "IAM User Guide, AWS JSON policy elements: Principal",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
  },
  operators: {
    title: "IAM User Guide, IAM JSON policy elements: Condition operators",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  },
  services: {
    title: "Pages of the service on encryption with AWS KMS",
  },
  sections: {
    title: "AWS CloudFormation User Guide, template sections",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html",
  },
  functions: {
    title: "AWS CloudFormation Template Reference, intrinsic functions",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html",
  },
  pseudoParameters: {
    title: "AWS CloudFormation User Guide, pseudo parameters",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html",
  },
  tags: {
    title: "AWS CloudFormation Template Reference, resource tags",
    url: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resource-tags.html",
  },
  keyPolicy: {
    title: "AWS KMS Developer Guide, key policies",
    url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  },
  text: { title: "This text" },
} as const satisfies Record<string, Source>;

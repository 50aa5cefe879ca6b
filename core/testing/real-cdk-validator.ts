import { inside, load } from "./real-cdk-lines.ts";

/** The errors that AWS's template validator finds. */
export function validatorErrors(
  name: string,
  template: string,
): readonly string[] {
  const { diagnostics } = engine().validateTemplate(
    new validate.TemplateContent(template, `${name}.json`),
    { detailLevel: "STANDARD", severityLevel: "ERROR" },
  );
  return diagnostics.map((diagnostic) => JSON.stringify(diagnostic));
}

interface Validator {
  readonly TemplateContent: new (text: string, name: string) => object;
  readonly CompositeEngine: new (options: object) => {
    validateTemplate: (
      content: object,
      options: object,
    ) => { readonly diagnostics: readonly unknown[] };
  };
}

// It comes inside aws-cdk-lib.
const validate = load<Validator>(
  "@aws/cloudformation-validate",
  inside("aws-cdk-lib"),
);

let started: InstanceType<Validator["CompositeEngine"]> | undefined;

function engine() {
  started ??= new validate.CompositeEngine({});
  return started;
}

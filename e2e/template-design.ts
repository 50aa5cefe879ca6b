import { importFiles, type Design } from "../core/index.ts";
import { templateFile } from "../core/testing/template-files.ts";

/** A key and an alias of a template with everything that templates have, and what they leave to CloudFormation. */
export const templateDesign = imported(templateFile("every-tag.yaml"));

/** The same with what settings and statements cannot say at all. */
export const oddTemplateDesign = imported(
  templateFile("every-tag.yaml")
    .replace(
      "    UpdateReplacePolicy: Retain\n",
      "    UpdateReplacePolicy: Delete\n    DependsOn: Role\n    CreationPolicy: { Wait: true }\n",
    )
    .replace(
      "TargetKeyId: !Ref DataKey",
      "TargetKeyId: !If [IsProd, !Ref DataKey, !Ref Stage]",
    )
    .replace(
      "  Role:\n",
      `  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      BucketName: !Sub "data-\${DataKey}"
  WholeKey:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy: !If [IsProd, !Ref Stage, !Ref KeyAdmin]
  Role:
`,
    ),
);

function imported(text: string): Design {
  const read = importFiles([{ name: "every-tag.yaml", text }], "Payments");
  if (read.ok) return read.value.design;
  throw new Error(read.problems.map(({ message }) => message).join("; "));
}

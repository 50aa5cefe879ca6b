import { partitionOf, partitions } from "../kms/regions.ts";

/** How v1 writes the name of a service: its own place in it for the Region and the end of host names. */
type Form = "universal" | "partitional" | "regional" | "regional-partitional";

/** The services that v1 does not write as `NAME.amazonaws.com` everywhere. Source: @aws-cdk/region-info 1.204.0, Default. */
const forms: Readonly<Record<string, Form>> = {
  codedeploy: "regional",
  ec2: "partitional",
  logs: "regional-partitional",
  ssm: "regional",
  states: "regional",
};

const simpleName =
  /^([^.]+)(?:\.amazonaws\.com(?:\.cn)?|\.c2s\.ic\.gov|\.sc2s\.sgov\.gov)?$/;

/** The name that CDK v1 writes for a service in a stack of a Region. */
export function serviceNameInV1(
  service: string,
  { region }: { readonly region: string },
): string {
  const partition = partitionOf(region);
  const urlSuffix =
    partition === undefined
      ? "${AWS::URLSuffix}"
      : partitions[partition].dnsSuffix;
  const name = simpleName.exec(service)?.[1];
  if (name === undefined) return service;
  switch (formOf(name, region)) {
    case "universal":
      return `${name}.amazonaws.com`;
    case "partitional":
      return `${name}.${urlSuffix}`;
    case "regional":
      return `${name}.${region}.amazonaws.com`;
    case "regional-partitional":
      return `${name}.${region}.${urlSuffix}`;
  }
}

function formOf(name: string, region: string): Form {
  const inChina = region.startsWith("cn-");
  if (name === "codedeploy" && inChina) return "regional-partitional";
  if (name === "elasticmapreduce" && inChina) return "partitional";
  return Object.hasOwn(forms, name)
    ? (forms[name] ?? "universal")
    : "universal";
}

import { hasKey, keysOf } from "./keys-of.ts";

/** What a row of {@link partitions} says. */
export interface PartitionRow {
  /** The name people read. */
  readonly label: string;
  /** The end of service host names, `AWS::URLSuffix`. */
  readonly dnsSuffix: string;
}

const partitionRows = {
  aws: { label: "AWS", dnsSuffix: "amazonaws.com" },
  "aws-cn": { label: "AWS China", dnsSuffix: "amazonaws.com.cn" },
  "aws-us-gov": { label: "AWS GovCloud (US)", dnsSuffix: "amazonaws.com" },
  "aws-eusc": {
    label: "AWS European Sovereign Cloud",
    dnsSuffix: "amazonaws.eu",
  },
  "aws-iso": { label: "AWS ISO", dnsSuffix: "c2s.ic.gov" },
  "aws-iso-b": { label: "AWS ISOB", dnsSuffix: "sc2s.sgov.gov" },
  "aws-iso-e": { label: "AWS ISOE", dnsSuffix: "cloud.adc-e.uk" },
  "aws-iso-f": { label: "AWS ISOF", dnsSuffix: "csp.hci.ic.gov" },
} as const satisfies Record<string, PartitionRow>;

/** A partition of AWS, as in the second part of an ARN. */
export type Partition = keyof typeof partitionRows;

/** Every partition that aws-cdk-lib 2.276.0 knows. */
export const partitions: Readonly<Record<Partition, PartitionRow>> =
  partitionRows;

/** The names of {@link partitions}, in order. */
export const partitionNames: readonly Partition[] = keysOf(partitionRows);

/** What a row of {@link regions} says. */
export interface RegionRow {
  /** The name people read. */
  readonly name: string;
  readonly partition: Partition;
}

const regionRows = {
  "af-south-1": { name: "Africa (Cape Town)", partition: "aws" },
  "ap-east-1": { name: "Asia Pacific (Hong Kong)", partition: "aws" },
  "ap-east-2": { name: "Asia Pacific (Taipei)", partition: "aws" },
  "ap-northeast-1": { name: "Asia Pacific (Tokyo)", partition: "aws" },
  "ap-northeast-2": { name: "Asia Pacific (Seoul)", partition: "aws" },
  "ap-northeast-3": { name: "Asia Pacific (Osaka)", partition: "aws" },
  "ap-south-1": { name: "Asia Pacific (Mumbai)", partition: "aws" },
  "ap-south-2": { name: "Asia Pacific (Hyderabad)", partition: "aws" },
  "ap-southeast-1": { name: "Asia Pacific (Singapore)", partition: "aws" },
  "ap-southeast-2": { name: "Asia Pacific (Sydney)", partition: "aws" },
  "ap-southeast-3": { name: "Asia Pacific (Jakarta)", partition: "aws" },
  "ap-southeast-4": { name: "Asia Pacific (Melbourne)", partition: "aws" },
  "ap-southeast-5": { name: "Asia Pacific (Malaysia)", partition: "aws" },
  "ap-southeast-6": { name: "Asia Pacific (New Zealand)", partition: "aws" },
  "ap-southeast-7": { name: "Asia Pacific (Thailand)", partition: "aws" },
  "ca-central-1": { name: "Canada (Central)", partition: "aws" },
  "ca-west-1": { name: "Canada West (Calgary)", partition: "aws" },
  "cn-north-1": { name: "China (Beijing)", partition: "aws-cn" },
  "cn-northwest-1": { name: "China (Ningxia)", partition: "aws-cn" },
  "eu-central-1": { name: "Europe (Frankfurt)", partition: "aws" },
  "eu-central-2": { name: "Europe (Zurich)", partition: "aws" },
  "eu-isoe-west-1": { name: "EU ISOE West", partition: "aws-iso-e" },
  "eu-north-1": { name: "Europe (Stockholm)", partition: "aws" },
  "eu-south-1": { name: "Europe (Milan)", partition: "aws" },
  "eu-south-2": { name: "Europe (Spain)", partition: "aws" },
  "eu-west-1": { name: "Europe (Ireland)", partition: "aws" },
  "eu-west-2": { name: "Europe (London)", partition: "aws" },
  "eu-west-3": { name: "Europe (Paris)", partition: "aws" },
  "eusc-de-east-1": {
    name: "AWS European Sovereign Cloud (Germany)",
    partition: "aws-eusc",
  },
  "il-central-1": { name: "Israel (Tel Aviv)", partition: "aws" },
  "me-central-1": { name: "Middle East (UAE)", partition: "aws" },
  "me-south-1": { name: "Middle East (Bahrain)", partition: "aws" },
  // no source gives this Region a name yet
  "me-west-1": { name: "me-west-1", partition: "aws" },
  "mx-central-1": { name: "Mexico (Central)", partition: "aws" },
  "sa-east-1": { name: "South America (São Paulo)", partition: "aws" },
  "us-east-1": { name: "US East (N. Virginia)", partition: "aws" },
  "us-east-2": { name: "US East (Ohio)", partition: "aws" },
  "us-gov-east-1": { name: "AWS GovCloud (US-East)", partition: "aws-us-gov" },
  "us-gov-west-1": { name: "AWS GovCloud (US-West)", partition: "aws-us-gov" },
  "us-iso-east-1": { name: "US ISO East", partition: "aws-iso" },
  "us-iso-west-1": { name: "US ISO West", partition: "aws-iso" },
  "us-isob-east-1": { name: "US ISOB East (Ohio)", partition: "aws-iso-b" },
  "us-isob-west-1": { name: "US ISOB West", partition: "aws-iso-b" },
  "us-isof-east-1": { name: "US ISOF East", partition: "aws-iso-f" },
  "us-isof-south-1": { name: "US ISOF South", partition: "aws-iso-f" },
  "us-west-1": { name: "US West (N. California)", partition: "aws" },
  "us-west-2": { name: "US West (Oregon)", partition: "aws" },
} as const satisfies Record<string, RegionRow>;

/** A Region code. */
export type Region = keyof typeof regionRows;

/** Every Region that aws-cdk-lib 2.276.0 knows; names from the partition list of botocore. */
export const regions: Readonly<Record<Region, RegionRow>> = regionRows;

/** The names of {@link regions}, in order. */
export const regionNames: readonly Region[] = keysOf(regionRows);

/** The partition of a Region; undefined when the Region is not known. */
export function partitionOf(region: string): Partition | undefined {
  return hasKey(regions, region) ? regions[region].partition : undefined;
}

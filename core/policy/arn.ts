/** The six parts of an ARN. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/**
 * The parts of an ARN, or undefined when the text is none.
 * Pseudo parameters such as `${AWS::Partition}` hold colons of their own and stay whole.
 */
export function parseArn(text: string): Arn | undefined {
  const match =
    /^arn:(?<partition>[^:$]+|\$\{AWS::\w+\}):(?<service>[^:$]+):(?<region>[^:$]*|\$\{AWS::\w+\}):(?<account>[^:$]*|\$\{AWS::\w+\}):(?<resource>.+)$/su.exec(
      text,
    );
  const { partition, service, region, account, resource } = match?.groups ?? {};
  if (
    partition === undefined ||
    service === undefined ||
    region === undefined ||
    account === undefined ||
    resource === undefined
  )
    return undefined;
  return { partition, service, region, account, resource };
}

/** The text is an AWS account id: twelve digits. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

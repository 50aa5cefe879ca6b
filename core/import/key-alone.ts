import type { Design, OwnedKey, Stack } from "../design/design.ts";

/** A design with nothing in it but a key, the principals and the parameters, to see what the key writes. */
export function keyAlone(design: Design, key: OwnedKey): Design {
  const { keywright, name, cdk, stacks, principals } = design;
  return {
    keywright,
    name,
    cdk,
    stacks: stacks.map(withoutMembers),
    principals,
    keys: [key],
  };
}

function withoutMembers({
  id,
  account,
  region,
  parameters,
  template,
}: Stack): Stack {
  const kept = template?.rest["Parameters"];
  return {
    id,
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(parameters !== undefined && { parameters }),
    ...(kept !== undefined && { template: { rest: { Parameters: kept } } }),
  };
}

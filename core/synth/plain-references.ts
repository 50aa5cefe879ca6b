import type { Design, Principal } from "../design/design.ts";
import { usableParameters } from "../design/parameters.ts";
import type { UsableParameter } from "../design/parameters.ts";
import type { Json } from "../problem/json.ts";
import type { Reference } from "./assembly.ts";
import { constructId } from "./logical-id.ts";
import { referenceJson } from "./reference-json.ts";

/** What stands for a reference where there is no CloudFormation, and what has to be said about it. */
interface Plain {
  readonly value: Json;
  readonly note: string;
}

/** A reference of a key policy written out. */
export function plainReference(design: Design, reference: Reference): Plain {
  const { home, logicalId, construct } = reference;
  const used = usableParameters(design).find(
    ({ parameter, stack }) =>
      stack.id === home.stack.id && constructId(parameter.id) === construct,
  );
  if (used !== undefined) return plainParameter(used);
  const identity = design.principals.find(
    (one): one is NewIdentity =>
      one.kind in types && constructId(one.id) === construct,
  );
  return identity === undefined
    ? {
        value: referenceJson(reference),
        note: `Only CloudFormation knows \`${logicalId}\`: write it in.`,
      }
    : plainIdentity(identity, home.account);
}

const types = { "new-role": "role", "new-user": "user", "new-group": "group" };

type NewIdentity = Extract<Principal, { kind: keyof typeof types }>;

function plainParameter({ parameter, stack }: UsableParameter): Plain {
  const { id, default: value } = parameter;
  const assumed = stack.assumed?.parameters?.[id];
  if (typeof assumed === "string")
    return {
      value: assumed,
      note: `Parameter \`${id}\` is what the stack assumes.`,
    };
  return value === undefined
    ? {
        value: `\${${id}}`,
        note: `Parameter \`${id}\` has no default: write its value in.`,
      }
    : { value, note: `The default of parameter \`${id}\` stands for it.` };
}

function plainIdentity(
  { id, kind, physicalName }: NewIdentity,
  account: string,
): Plain {
  const type = types[kind];
  const arn = `arn:\${AWS::Partition}:iam::${account}:${type}`;
  return typeof physicalName === "object"
    ? {
        value: `${arn}/${physicalName.name}`,
        note: `The ${type} \`${id}\` has to be there first.`,
      }
    : {
        value: `${arn}/${id}`,
        note: `CloudFormation names the ${type} \`${id}\`: write its name in.`,
      };
}

import type {
  AccessRequest,
  JsonObject,
  KeptTest,
} from "../../../core/index.ts";

/** A request as a kept test has it; undefined where it has policies by level, for which a test has no place. */
export function testRequest(
  request: AccessRequest,
): KeptTest["request"] | undefined {
  const { serviceControlPolicies: levels = [], grants, ...rest } = request;
  const flat = levels.filter(isPolicy);
  if (flat.length < levels.length) return undefined;
  return {
    ...rest,
    ...(request.serviceControlPolicies !== undefined && {
      serviceControlPolicies: flat,
    }),
    ...(grants !== undefined && { grants: grants.map(asJson) }),
  };
}

function isPolicy(
  level: JsonObject | readonly JsonObject[],
): level is JsonObject {
  return !Array.isArray(level);
}

function asJson({
  Constraints: constraints,
  ...grant
}: NonNullable<AccessRequest["grants"]>[number]): JsonObject {
  return {
    ...grant,
    ...(constraints !== undefined && { Constraints: { ...constraints } }),
  };
}

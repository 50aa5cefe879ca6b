import { isAccountId, parseArn } from "../policy/arn.ts";
import { iamArnProblem } from "../policy/iam-arn.ts";

/** What is wrong with a text as the principal of type `AWS`, and what to do about it. */
export interface PrincipalFault {
  readonly message: string;
  readonly help: string;
}

/** Why a text cannot be a principal of type `AWS`; undefined where it can. Parameters stand for anything. */
export function principalFault(text: string): PrincipalFault | undefined {
  const plain = text.replaceAll(parameters, "${AWS::Parameter}");
  if (text === "*" || isAccountId(text) || isUniqueId(text)) return undefined;
  if (plain === "${AWS::Parameter}" || isOriginAccessIdentity(text))
    return undefined;
  const arn = parseArn(plain);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return {
      message: `\`${text}\` is not the ARN of an IAM principal`,
      help: /^\d+$/.test(text)
        ? "an account ID has 12 digits"
        : "write an ARN such as arn:aws:iam::111122223333:role/Admin",
    };
  if (arn.resource.startsWith("group/"))
    return {
      message: `\`${text}\` is an IAM group, which cannot be a principal`,
      help: "name the role that the members of the group assume",
    };
  if (/[*?]/.test(text))
    return {
      message: `\`${text}\` has a wildcard, which AWS KMS does not take in a principal`,
      help: "use every AWS principal with a condition on aws:PrincipalArn instead",
    };
  const problem = iamArnProblem(plain, ["role", "user", "root", "session"]);
  return (
    problem && {
      message: `\`${text}\` cannot be a principal: ${problem.message}`,
      help: problem.help,
    }
  );
}

/** Parameters and references of a template, and what the Serverless Framework replaces by one. */
const parameters = /[$#]\{[^{}]+\}/g;

/** What IAM writes in the place of a principal that was deleted. */
export function isUniqueId(text: string): boolean {
  return /^A[A-Z0-9]{3}[A-Z0-9]{12,}$/.test(text);
}

/** Source: Amazon CloudFront Developer Guide, "Use an origin access identity". */
function isOriginAccessIdentity(text: string): boolean {
  return text.startsWith("arn:aws:iam::cloudfront:user/");
}

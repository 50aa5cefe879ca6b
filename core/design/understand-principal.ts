import { isAccountId, parseArn } from "../policy/arn.ts";
import type { Principal } from "./design.ts";

/**
 * Identity providers that are no service of AWS.
 * Source: IAM User Guide, "AWS JSON policy elements: Principal".
 */
const webIdentityProviders: Readonly<Record<string, string>> = {
  "accounts.google.com": "Google",
  "graph.facebook.com": "Facebook",
  "www.amazon.com": "Amazon",
};

/** The principal that a text stands for by itself, under an id that suits it; undefined where it is none. */
export function principalOfText(text: string): Principal | undefined {
  if (text === "*") return { id: "Everyone", kind: "any" };
  if (text.toLowerCase() === "root")
    return { id: "AccountRoot", kind: "account-root" };
  if (isAccountId(text))
    return { id: `Account${text}`, kind: "account", account: text };
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(text))
    return { id: serviceId(text), kind: "service", service: text };
  return ofOrganization(text) ?? ofProvider(text) ?? ofArn(text);
}

/** Source: AWS Organizations API Reference, patterns of Organization, Root and OrganizationalUnit. */
const organization = /^o-[a-z0-9]{10,32}$/;
const organizationalUnit =
  /^o-[a-z0-9]{10,32}\/r-[a-z0-9]{4,32}(?:\/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})+(?<end>\/|\/\*|\/ou-\*)?$/;

function ofOrganization(text: string): Principal | undefined {
  if (organization.test(text))
    return { id: "Organization", kind: "organization", organization: text };
  const unit = organizationalUnit.exec(text);
  if (unit === null) return undefined;
  // AWS compares with paths that end in a slash; the wildcard takes in the units below.
  const path = unit.groups?.["end"] === undefined ? `${text}/*` : text;
  return {
    id: "OrganizationalUnit",
    kind: "organizational-unit",
    paths: [path],
  };
}

function ofProvider(text: string): Principal | undefined {
  const id = Object.hasOwn(webIdentityProviders, text)
    ? webIdentityProviders[text]
    : undefined;
  if (id !== undefined) return { id, kind: "web-identity", provider: text };
  // Source: Amazon S3 User Guide, canonical user ID.
  return /^[0-9a-f]{64}$/.test(text)
    ? { id: "CanonicalUser", kind: "canonical-user", canonicalUser: text }
    : undefined;
}

function ofArn(text: string): Principal | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !["iam", "sts"].includes(arn.service))
    return undefined;
  const { resource, account } = arn;
  if (resource === "root" && isAccountId(account))
    return { id: `Account${account}`, kind: "account", account };
  const provider = /^(?<type>saml|oidc)-provider\/(?<name>.+)$/.exec(
    resource,
  )?.groups;
  if (provider !== undefined)
    return {
      id: provider["name"] ?? resource,
      kind: provider["type"] === "saml" ? "federated" : "web-identity",
      provider: text,
    };
  const name =
    /^(?:user|role|group|assumed-role|federated-user)\/(?:.*\/)?(?<name>[^/]+)$/.exec(
      resource,
    )?.groups?.["name"];
  if (name === undefined && resource !== "root") return undefined;
  return { id: name ?? "AccountRoot", kind: "arn", arn: text };
}

function serviceId(service: string): string {
  const [name = service] = service.split(".");
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

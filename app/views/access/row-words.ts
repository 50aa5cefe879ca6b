import type { RowHead } from "../../../core/index.ts";
import { accessText } from "../../text/access.ts";
import type { IconName } from "../../ui/icons.tsx";

/** What a row is called, and what stands below that. */
export interface RowWords {
  readonly name: string;
  readonly detail: string;
  readonly icon: IconName;
}

const icons: Readonly<Record<RowHead["kind"], IconName>> = {
  root: "root",
  role: "role",
  user: "arn",
  session: "role",
  "federated-user": "arn",
  federated: "provider",
  service: "service",
  "rest-of-account": "account",
  account: "account",
  organization: "organization",
  "other-services": "service",
  "everyone-else": "anyone",
};

/** The words of a row; principals of the design have the names that it gives them. */
export function wordsOfRow(
  row: RowHead,
  names: ReadonlyMap<string, string>,
): RowWords {
  return { icon: icons[row.kind], ...nameAndDetail(row, names.get(row.text)) };
}

function nameAndDetail(
  { kind, text, group }: RowHead,
  name: string | undefined,
): Omit<RowWords, "icon"> {
  const { names, kinds } = accessText;
  switch (kind) {
    case "root":
      return { name: names.root, detail: text };
    case "rest-of-account":
      return { name: names.restOfAccount, detail: kinds[kind] };
    case "account":
      return { name: name ?? text, detail: kinds[kind] };
    case "organization":
      return { name: names.organization(text), detail: kinds[kind] };
    case "other-services":
      return { name: names.otherServices, detail: kinds[kind] };
    case "everyone-else":
      return { name: names.everyone, detail: kinds[kind] };
    case "service":
      return {
        name: text.replace(/\.amazonaws\.com(?:\.cn)?$/, ""),
        detail: kinds[kind],
      };
    default: {
      const account = text.split(":")[4] ?? "";
      const tail = tailOf(text);
      const place = group === "account" ? "" : `, ${account}`;
      const short = shortName(text);
      return {
        name: name ?? short,
        detail:
          (name ?? short) === tail
            ? `${kinds[kind]}${place}`
            : `${kinds[kind]} ${tail}${place}`,
      };
    }
  }
}

/** The resource of an ARN without its kind: the path and the name. */
function tailOf(arn: string): string {
  const resource = arn.split(":").slice(5).join(":");
  return resource.slice(resource.indexOf("/") + 1);
}

function shortName(arn: string): string {
  const tail = tailOf(arn);
  return tail.slice(tail.lastIndexOf("/") + 1);
}

import { useMemo } from "react";
import type { OwnedKey, Path, Subject } from "../../../core/index.ts";
import { samePath } from "../../../core/index.ts";
import { subjectOfKey } from "../../state/access.ts";
import { designOf } from "../../state/selectors.ts";
import { useApp } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";
import { BothSidesOf } from "../both-sides/both-sides.tsx";
import { shortPrincipal } from "../proofs/short-principal.ts";

/** What the other accounts need that a statement names, below its editor. */
export function OtherAccounts({
  keyOfStatement: key,
  path,
}: {
  readonly keyOfStatement: OwnedKey;
  readonly path: Path;
}) {
  const design = useApp(designOf);
  const subject = useMemo(() => subjectOfKey(design, key), [design, key]);
  if (subject === undefined) return null;
  const at = subject.origins.findIndex((origins) =>
    origins.some((origin) => samePath(origin, path)),
  );
  const others = othersIn(subject, at);
  if (others.length === 0) return null;
  return (
    <div className="other-accounts">
      {others.map((principal) => (
        <div key={principal}>
          <p>{proofsText.otherAccount(shortPrincipal(principal))}</p>
          <BothSidesOf subject={subject} statement={at} principal={principal} />
        </div>
      ))}
    </div>
  );
}

/** The principals of other accounts that an Allow statement names. */
function othersIn(
  { policy, account }: Subject,
  index: number,
): readonly string[] {
  const statement = policy.statements[index];
  if (statement?.effect !== "Allow" || statement.principals?.isNot === true)
    return [];
  return (statement.principals?.list ?? [])
    .map(({ text }) => text)
    .filter((text) => {
      const named = /^(?:arn:[^:]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(text);
      return named !== null && named[1] !== account;
    });
}

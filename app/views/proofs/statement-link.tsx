import type { Subject } from "../../../core/index.ts";
import { showStatement } from "../../commands/show-statement.ts";
import { placeOf, type PolicyPlace } from "../../state/policy-places.ts";
import { selectKey } from "../../state/select.ts";
import { designOf, keyOf } from "../../state/selectors.ts";
import { getState, useApp } from "../../state/store.ts";
import { proofsText } from "../../text/proofs.ts";

/** A statement of the policy of a key of the design. */
interface StatementProps {
  readonly keyId: string;
  readonly subject: Subject;
  /** Its place in the policy as it is written out. */
  readonly index: number;
}

/** Where the policy view has a statement; nowhere for a policy that is not edited there. */
export function useStatementPlace({
  keyId,
  subject,
  index,
}: StatementProps): PolicyPlace | undefined {
  const design = useApp(designOf);
  const key = design.keys.find(({ id }) => id === keyId);
  const origins = subject.origins[index];
  return key === undefined || origins === undefined
    ? undefined
    : placeOf(design, key, { origins, principal: undefined });
}

/** A statement by its number in the policy view and its Sid, and the way there. */
export function StatementLink({
  sid = "",
  ...props
}: StatementProps & { readonly sid?: string }) {
  const place = useStatementPlace(props);
  const number = place?.number ?? props.index + 1;
  const name = `${proofsText.statements.number(number)}${sid === "" ? "" : ` ${sid}`}`;
  if (place === undefined) return name;
  return (
    <button
      type="button"
      className="statement-link"
      onClick={() => {
        if (keyOf(getState())?.id !== props.keyId) selectKey(props.keyId);
        showStatement(place);
      }}
    >
      {name}
    </button>
  );
}

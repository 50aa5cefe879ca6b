import type {
  Conditions,
  OwnedKey,
  Problem,
  StructuredStatement,
  Subject,
} from "../../../core/index.ts";
import { isVerbatim } from "../../../core/index.ts";
import { areDistinct, conditionsOf } from "../../state/conditions.ts";
import { draftId } from "../../state/draft-id.ts";
import { dropDrafts, setDraft } from "../../state/drafts.ts";
import { useApp } from "../../state/store.ts";
import { policyText } from "../../text/policy.ts";
import { whyText } from "../../text/why.ts";
import { Button } from "../../ui/button.tsx";
import { ConditionRows } from "../policy/condition-rows.tsx";
import { NewCondition } from "../policy/new-condition.tsx";
import "../policy/policy-view.css";
import { useFocus } from "../../ui/use-focus.ts";
import type { ChosenCell, StatementSay } from "./story.ts";
import type { Access } from "./use-access.ts";

interface Props {
  readonly keyOfCell: OwnedKey;
  readonly access: Access;
  readonly chosen: ChosenCell;
  readonly says: readonly StatementSay[];
  readonly onSet: (
    conditions: Conditions,
  ) => Pick<Problem, "message" | "help"> | undefined;
  readonly onCancel: () => void;
}

/** The conditions of the statement that allows it; where there is none, the first condition of one. */
export function AllowIf(props: Props) {
  const { keyOfCell: key, access, says, chosen, onCancel } = props;
  const own = ownStatement(key, says, access.names.get(chosen.row.text));
  if (own === undefined || !chosen.cell.isConditional)
    return <FirstCondition {...props} />;
  const { statement, place, at } = own;
  return (
    <div className="allow-if">
      <h4>
        {(statement.principals?.length ?? 0) > 1 ||
        (statement.actions?.length ?? 0) > 1
          ? whyText.conditionsOfAll(place.number)
          : whyText.conditionsOf(place.number)}
      </h4>
      <ConditionRows
        keyOfStatement={key}
        at={at}
        path={place.path}
        statement={statement}
      />
      <Button variant="link" onClick={onCancel}>
        {whyText.editDone}
      </Button>
    </div>
  );
}

/** The one statement that allows it to the principal by name, under conditions. */
function ownStatement(
  key: OwnedKey,
  says: readonly StatementSay[],
  principal = "",
) {
  const found = says.flatMap(({ say, place }) => {
    const at = place?.row ?? -1;
    const statement = key.policy.statements[at];
    return say === "allows" &&
      place !== undefined &&
      statement !== undefined &&
      !isVerbatim(statement) &&
      statement.principals?.includes(principal) === true &&
      hasConditions(statement)
      ? [{ statement, place, at }]
      : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function hasConditions({ conditions = {} }: StructuredStatement): boolean {
  return Object.keys(conditions).length > 0;
}

function FirstCondition({
  keyOfCell: key,
  access: { subject },
  chosen,
  onSet,
  onCancel,
}: Props) {
  const draft = draftId(key.id, "access", chosen.row.id, chosen.column.id);
  const index = useApp(({ document }) =>
    document === null
      ? -1
      : document.design.keys.findIndex(({ id }) => id === key.id),
  );
  const path = ["keys", index];
  const first = useFocus<HTMLButtonElement>(true);
  const leave = () => {
    dropDrafts(draft);
    onCancel();
  };
  return (
    <div className="allow-if">
      <div
        className="allow-if-starts"
        role="group"
        aria-label={whyText.startWith}
      >
        {startsFor(subject).map(({ text, row }, at) => (
          <Button
            key={text}
            {...(at === 0 && { ref: first })}
            variant="link"
            onClick={() => {
              for (const [part, value] of Object.entries(row))
                setDraft(draftId(draft, part), {
                  text: value,
                  base: null,
                  path,
                  label: policyText[labels[part] ?? "value"],
                  problems: [],
                });
            }}
          >
            {text}
          </Button>
        ))}
      </div>
      <NewCondition
        draft={draft}
        path={path}
        focus={false}
        actions={chosen.cell.actions.map(({ action }) => action)}
        onAdd={(row) => {
          const conditions = areDistinct([row])
            ? conditionsOf([row])
            : undefined;
          if (conditions === undefined || onSet(conditions) !== undefined)
            return false;
          dropDrafts(draft);
          return true;
        }}
        onCancel={leave}
      />
    </div>
  );
}

const labels: Readonly<Record<string, "conditionKey" | "operator" | "value">> =
  {
    key: "conditionKey",
    operator: "operator",
    value: "value",
  };

/** Conditions that people begin with, with a value that can be one. */
function startsFor({ region, account, settings, partition }: Subject) {
  const { starts } = whyText;
  const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  const is = "StringEquals";
  return [
    {
      text: starts.service,
      row: {
        key: "kms:ViaService",
        operator: is,
        value: `s3.${region}.${suffix}`,
      },
    },
    {
      text: starts.organization,
      row: {
        key: "aws:PrincipalOrgID",
        operator: is,
        value: settings.organization?.id ?? "",
      },
    },
    {
      text: starts.mfa,
      row: {
        key: "aws:MultiFactorAuthPresent",
        operator: "Bool",
        value: "true",
      },
    },
    {
      text: starts.context,
      row: { key: "kms:EncryptionContext:", operator: is, value: "" },
    },
    {
      text: starts.source,
      row: { key: "aws:SourceAccount", operator: is, value: account },
    },
  ];
}

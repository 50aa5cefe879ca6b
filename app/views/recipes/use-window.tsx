import { useRef, useState, type ReactNode, type RefObject } from "react";
import type { OwnedKey, Problem } from "../../../core/index.ts";
import { hasWholePolicy } from "../../state/override-edits.ts";
import { useApp } from "../../state/store.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { keyed } from "../../ui/keyed.ts";
import "../dialogs/dialogs.css";
import { closeDialog } from "../dialogs/dialog-form.tsx";
import { ProblemText } from "../fields/problem-text.tsx";
import { statementsOf } from "./filled-recipe.ts";
import "./recipes.css";
import { UseSheet } from "./use-sheet.tsx";
import { problemsOf, usedRecipes, type Use, type UseForm } from "./uses.ts";

interface Props {
  readonly title: string;
  /** The words of the button that does it. */
  readonly button: string;
  /** What the button does, in a sentence. */
  readonly count: (count: number, key: string) => string;
  readonly keyOfUse: OwnedKey;
  /** What is chosen; nothing at first. */
  readonly use: Use | undefined;
  readonly form: UseForm | undefined;
  readonly onChange: (form: UseForm) => void;
  /** Does it; what comes back is wrong. */
  readonly onSubmit: (use: Use, form: UseForm) => readonly Problem[];
  /** Where it is chosen, and the way back there. */
  readonly gallery?: ReactNode;
  readonly onBack?: () => void;
  /** Said before what it asks. */
  readonly lead?: ReactNode;
}

/** The window around a use: where it is chosen, what it asks, and the button that does it. */
export function UseWindow(props: Props) {
  const { title, use, form, gallery, onSubmit } = props;
  const [tried, setTried] = useState<string>();
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const body = useRef<HTMLDivElement>(null);
  const hasGallery = gallery !== undefined;
  const submit = () => {
    if (use === undefined || form === undefined) return;
    if (problemsOf(use, form).length > 0) {
      setTried(use.id);
      focusSoon(body, "[aria-invalid=true]");
      return;
    }
    const problems = onSubmit(use, form);
    if (problems.length === 0) closeDialog();
    else setRefused(problems);
  };
  return (
    <Dialog
      title={title}
      onClose={closeDialog}
      size={hasGallery ? "full" : "middle"}
    >
      <form
        className="uses"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div
          className={classNames(
            "uses-body",
            hasGallery ? "uses-two" : "uses-one",
            use && "uses-chosen",
          )}
          ref={body}
        >
          {gallery}
          <Side {...props} tried={tried === use?.id} body={body} />
        </div>
        <Foot {...props} refused={refused} />
      </form>
    </Dialog>
  );
}

function Side({
  use,
  form,
  onBack,
  tried,
  body,
  ...props
}: Props & {
  readonly tried: boolean;
  readonly body: RefObject<HTMLDivElement | null>;
}) {
  if (use === undefined || form === undefined)
    return (
      <div className="uses-side">
        <p className="uses-pick">{words.pick}</p>
      </div>
    );
  return (
    <div className="uses-side">
      {onBack !== undefined && (
        <div className="uses-back">
          <Button
            variant="link"
            onClick={() => {
              focusSoon(body, "[aria-pressed=true]");
              onBack();
            }}
          >
            {words.back}
          </Button>
        </div>
      )}
      <UseSheet
        key={use.id}
        use={use}
        form={form}
        keyOfUse={props.keyOfUse}
        tried={tried}
        onChange={props.onChange}
        lead={props.lead}
        takesFocus={props.gallery !== undefined}
      />
    </div>
  );
}

/** Once the page shows it. */
function focusSoon(
  { current }: RefObject<HTMLElement | null>,
  selector: string,
): void {
  const now = current?.querySelector<HTMLElement>(selector);
  requestAnimationFrame(() =>
    (now ?? current?.querySelector<HTMLElement>(selector))?.focus(),
  );
}

function Foot({
  button,
  count,
  keyOfUse: key,
  use,
  form,
  refused,
}: Props & { readonly refused: readonly Problem[] }) {
  const readOnly = useApp(({ session }) => session.readOnly);
  const off = readOnly ? words.readOnly : wholeReason(key);
  const used =
    use === undefined || form === undefined ? [] : usedRecipes(use, form);
  const statements = statementsOf(used).length;
  const said = statements === 0 ? "" : count(statements, key.id);
  return (
    <div className="uses-foot">
      <p>{off ?? said}</p>
      {refused.length > 0 && (
        <p className="dialog-problem" role="alert">
          {keyed(refused, ({ message }) => message).map(
            ({ key: name, item }) => (
              <ProblemText key={name} problem={item} />
            ),
          )}
        </p>
      )}
      <span className="grow" />
      <Button onClick={closeDialog}>{words.cancel}</Button>
      <Button
        variant="primary"
        submit
        disabled={off !== undefined || statements === 0}
      >
        {button}
      </Button>
    </div>
  );
}

function wholeReason(key: OwnedKey): string | undefined {
  return hasWholePolicy(key) ? words.whole : undefined;
}

import { useId } from "react";
import type { PrincipalKind } from "../../../core/index.ts";
import {
  kindGroups,
  principalKinds,
  principalsText,
} from "../../text/principals.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/icons.tsx";
import { principalIcon } from "../fields/principal-icon.ts";

/** Every kind of principal, in groups; arrow keys go through all of them. */
export function KindList({
  kind,
  onChange,
}: {
  readonly kind: PrincipalKind;
  readonly onChange: (kind: PrincipalKind) => void;
}) {
  const name = useId();
  return (
    <fieldset className="kinds">
      <legend className="visually-hidden">{principalsText.kind}</legend>
      {kindGroups.map(({ label, kinds }) => (
        <div key={label} className="kind-group">
          <p className="kind-label">{label}</p>
          {kinds.map((each: PrincipalKind) => (
            <label
              key={each}
              className={classNames("kind", each === kind && "kind-chosen")}
            >
              <input
                type="radio"
                name={name}
                checked={each === kind}
                onChange={() => onChange(each)}
              />
              <Icon name={principalIcon(each)} size={15} />
              {principalKinds[each].label}
            </label>
          ))}
        </div>
      ))}
    </fieldset>
  );
}

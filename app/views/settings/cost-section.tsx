import { monthlyPrice } from "../../../core/index.ts";
import { settingsText } from "../../text/settings.ts";
import type { SectionProps } from "./section.tsx";

/** What the key costs a month, and why. */
export function CostSection({ keyOfForm }: SectionProps) {
  const { amount, amountAfterRotations, lines } = monthlyPrice(keyOfForm);
  return (
    <p className="cost">
      <b>{settingsText.perMonth(dollars(amount))}</b>
      {amountAfterRotations > amount &&
        settingsText.later(dollars(amountAfterRotations))}
      <span>{[...lines, settingsText.requests].join(" ")}</span>
    </p>
  );
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

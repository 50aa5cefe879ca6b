import { prices } from "../kms/prices.ts";
import { effectiveKey } from "./defaults.ts";
import { isDefined, isOwned } from "./design.ts";
import type { DefinedKey, Key } from "./design.ts";

/** What a key costs, in US dollars a month, requests aside. */
export interface MonthlyPrice {
  /** From the first day. */
  readonly amount: number;
  /** After as many automatic rotations as raise the price. */
  readonly amountAfterRotations: number;
  /** The reasons, in sentences. */
  readonly lines: readonly string[];
}

/**
 * The monthly price of a key, from `prices`.
 * A replica costs as much as a key; a key that exists already costs the design nothing.
 */
export function monthlyPrice(key: Key): MonthlyPrice {
  if (!isOwned(key))
    return {
      amount: 0,
      amountAfterRotations: 0,
      lines: [
        "The key exists already, so the design adds nothing to its price.",
      ],
    };
  return isDefined(key) ? priceOfDefinedKey(key) : priceOfReplica();
}

function priceOfReplica(): MonthlyPrice {
  const { usd } = prices.perKeyMonth;
  return {
    amount: usd,
    amountAfterRotations: usd,
    lines: [`Storing the replica costs ${dollars(usd)} a month.`],
  };
}

function priceOfDefinedKey(key: DefinedKey): MonthlyPrice {
  const { perKeyMonth, rotationAddition } = prices;
  const { enableKeyRotation, rotationPeriodInDays } = effectiveKey(key);
  const added = enableKeyRotation
    ? rotationAddition.usd * rotationAddition.rotations
    : 0;
  return {
    amount: perKeyMonth.usd,
    amountAfterRotations: perKeyMonth.usd + added,
    lines: [
      `Storing the key costs ${dollars(perKeyMonth.usd)} a month.`,
      ...(enableKeyRotation
        ? [
            `The first ${rotationAddition.rotations} rotations, one every ${rotationPeriodInDays} days, add ${dollars(rotationAddition.usd)} a month each.`,
          ]
        : []),
    ],
  };
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}

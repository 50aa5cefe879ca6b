import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeySpec, KeyUsage, Origin } from "../kms/key-specs.ts";
import {
  keySpecNames,
  keySpecs,
  keyUsageNames,
  originNames,
} from "../kms/key-specs.ts";
import { designWith } from "../samples/parts.ts";
import { applyChange } from "./apply-change.ts";
import { effectiveKey, emptyDesign, newKey } from "./defaults.ts";
import { isDefined } from "./design.ts";
import type { DefinedKey, Design } from "./design.ts";
import {
  chooseKeySpec,
  chooseKeyUsage,
  chooseOrigin,
  chooseRotation,
  mendKey,
} from "./follow-up.ts";
import type { FollowUp } from "./follow-up.ts";
import { invertChange } from "./invert-change.ts";

const bare = newKey(emptyDesign());

/** The key after the follow-up, applied as one change of a design. */
function after(key: DefinedKey, { patch }: FollowUp): DefinedKey {
  const design = designOf(key);
  const next = applyChange(design, {
    type: "edit-key",
    key: key.id,
    patch,
  });
  const [changed] = next.ok ? next.value.keys.filter(isDefined) : [];
  if (changed === undefined) throw new Error("the patch does not apply");
  return changed;
}

function designOf(key: DefinedKey): Design {
  return { ...designWith("Test", key.stack, { keys: [] }), keys: [key] };
}

function expectToFit(key: DefinedKey): void {
  const { keySpec, keyUsage, origin, enableKeyRotation } = effectiveKey(key);
  const spec = keySpecs[keySpec];
  expect(spec.usages).toContain(keyUsage);
  expect(spec.origins).toContain(origin);
  const rotates = enableKeyRotation || key.rotationPeriodInDays !== undefined;
  expect(!rotates || spec.automaticRotation.includes(origin)).toBe(true);
}

const starts: readonly DefinedKey[] = [undefined, ...keySpecNames].flatMap(
  (keySpec: KeySpec | undefined) =>
    [undefined, ...keyUsageNames].flatMap((keyUsage: KeyUsage | undefined) =>
      [undefined, ...originNames].flatMap((origin: Origin | undefined) =>
        [
          {},
          { enableKeyRotation: true },
          { rotationPeriodInDays: 180 },
          { enableKeyRotation: false, rotationPeriodInDays: 180 },
        ].map((rotation): DefinedKey => ({
          ...bare,
          ...(keySpec && { keySpec }),
          ...(keyUsage && { keyUsage }),
          ...(origin && { origin }),
          ...rotation,
        })),
      ),
    ),
);

describe("choosing a key spec", () => {
  test("[D21] an ECC key signs first", () => {
    expect(chooseKeySpec(bare, "ECC_NIST_P256")).toEqual({
      patch: { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" },
      consequences: ["Key usage changes to SIGN_VERIFY."],
    });
  });

  test("[D21] a usage that fits stays", () => {
    const key: DefinedKey = {
      ...bare,
      keySpec: "RSA_2048",
      keyUsage: "SIGN_VERIFY",
    };
    expect(chooseKeySpec(key, "ECC_NIST_P256")).toEqual({
      patch: { keySpec: "ECC_NIST_P256" },
      consequences: [],
    });
  });

  test("[D21] rotation and its period go with a spec that cannot rotate", () => {
    const key: DefinedKey = {
      ...bare,
      enableKeyRotation: true,
      rotationPeriodInDays: 180,
    };
    expect(chooseKeySpec(key, "RSA_2048")).toEqual({
      patch: {
        keySpec: "RSA_2048",
        enableKeyRotation: null,
        rotationPeriodInDays: null,
      },
      consequences: [
        "Automatic rotation is turned off: AWS KMS does not rotate this key.",
      ],
    });
  });

  test.each(keySpecNames.map((name) => [name] as const))(
    "[D21] %s can be chosen from every state, and everything fits then",
    (keySpec) => {
      for (const key of starts) {
        const next = after(key, chooseKeySpec(key, keySpec));
        expect(effectiveKey(next).keySpec).toBe(keySpec);
        expectToFit(next);
      }
    },
  );
});

describe("choosing other settings", () => {
  test.each(keyUsageNames.map((name) => [name] as const))(
    "[D22] usage %s is taken where the spec has it, and everything fits then",
    (keyUsage) => {
      for (const key of starts) {
        const next = after(key, chooseKeyUsage(key, keyUsage));
        const { keySpec } = effectiveKey(key);
        const usages: readonly KeyUsage[] = keySpecs[keySpec].usages;
        expectToFit(next);
        const isTaken = effectiveKey(next).keyUsage === keyUsage;
        expect(isTaken).toBe(usages.includes(keyUsage));
      }
    },
  );

  test.each(originNames.map((name) => [name] as const))(
    "[D22] origin %s is taken where the spec has it, and everything fits then",
    (origin) => {
      for (const key of starts) {
        const next = after(key, chooseOrigin(key, origin));
        const { keySpec } = effectiveKey(key);
        const origins: readonly Origin[] = keySpecs[keySpec].origins;
        expectToFit(next);
        const isTaken = effectiveKey(next).origin === origin;
        expect(isTaken || !origins.includes(origin)).toBe(true);
      }
    },
  );

  test("[D22] imported material does not rotate", () => {
    const key: DefinedKey = { ...bare, enableKeyRotation: true };
    expect(chooseOrigin(key, "EXTERNAL").patch).toEqual({
      origin: "EXTERNAL",
      enableKeyRotation: null,
      rotationPeriodInDays: null,
    });
  });

  test("[D23] turning rotation off removes its period", () => {
    expect(
      chooseRotation({ ...bare, rotationPeriodInDays: 180 }, false),
    ).toEqual({
      patch: { enableKeyRotation: false, rotationPeriodInDays: null },
      consequences: ["The rotation period is removed."],
    });
  });

  test("[D23] turning rotation on keeps the period", () => {
    const key: DefinedKey = { ...bare, rotationPeriodInDays: 180 };
    expect(chooseRotation(key, true)).toEqual({
      patch: { enableKeyRotation: true },
      consequences: [],
    });
  });
});

describe("mending", () => {
  test("[D24] a key whose settings fit is left alone", () => {
    expect(mendKey(bare)).toEqual({ patch: {}, consequences: [] });
  });

  test("[D24] every key fits after mending, and keeps its spec", () => {
    for (const key of starts) {
      const next = after(key, mendKey(key));
      expectToFit(next);
      expect(next.keySpec).toBe(key.keySpec);
    }
  });

  test("[D24] there is a sentence for each setting that follows", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.constantFrom(...keySpecNames),
        (key, keySpec) => {
          const { patch, consequences } = chooseKeySpec(key, keySpec);
          const followers = Object.keys(patch).filter(
            (name) => name !== "keySpec" && name !== "rotationPeriodInDays",
          );
          expect(consequences).toHaveLength(followers.length);
        },
      ),
      { numRuns: 300, seed: 18 },
    );
  });

  test("[D24] one undo takes the choice and what followed back", () => {
    for (const key of starts.filter((_, index) => index % 7 === 0)) {
      const design = designOf(key);
      const change = {
        type: "edit-key",
        key: key.id,
        patch: chooseKeySpec(key, "HMAC_256").patch,
      } as const;
      const next = applyChange(design, change);
      const back =
        next.ok && applyChange(next.value, invertChange(design, change));
      expect(back).toEqual({ ok: true, value: design });
    }
  });
});

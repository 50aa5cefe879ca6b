import type { SelectProps } from "@cloudscape-design/components/select";
import { keySpecNames, keySpecs } from "../../../core/index.ts";
import { settingsText } from "../../text/settings.ts";

type KeyType = (typeof keySpecs)[keyof typeof keySpecs]["keyType"];

const groupLabels: Readonly<Record<KeyType, string>> = {
  symmetric: "Symmetric encryption",
  rsa: "RSA",
  ecc: "Elliptic curve",
  hmac: "HMAC",
  "ml-dsa": "Post-quantum signatures (ML-DSA)",
  "ml-kem": "Post-quantum key encapsulation (ML-KEM)",
  sm2: "SM2 (China Regions)",
};

const types: readonly KeyType[] = [
  ...new Set(keySpecNames.map((name) => keySpecs[name].keyType)),
];

/** Every key spec in its family, with what it is; one that cannot be deployed says so. */
export const specOptions: SelectProps.Options = types.map((type) => ({
  label: groupLabels[type],
  options: keySpecNames
    .filter((name) => keySpecs[name].keyType === type)
    .map((name) => {
      const { summary, cloudFormation } = keySpecs[name];
      return {
        value: name,
        label: name,
        description: cloudFormation
          ? summary
          : `${summary} ${settingsText.keySpecBlocked}`,
      };
    }),
}));

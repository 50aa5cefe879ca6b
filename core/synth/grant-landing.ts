/** Where the CDK puts a grant, by the reason for it. */
export const landings = {
  "same-account": {
    where: "identity",
    text: "Same account, so the principal's own policy is enough.",
  },
  "no-identity-policy": {
    where: "key",
    text: "The principal has no policy of its own here, so the key policy names it.",
  },
  "other-account": {
    where: "both",
    text: "The accounts may differ: both sides must allow it.",
  },
  "other-environment": {
    where: "both",
    text: "Another account or Region: both sides allow it, the principal for every key.",
  },
  "later-stack": {
    where: "both",
    text: "The principal's stack comes after the key's, so the key policy names its account.",
  },
  "no-trust": {
    where: "both",
    text: "The key does not trust the account's IAM policies: both sides must allow it.",
  },
  "asked-for": {
    where: "both",
    text: "Both sides allow it, as you asked.",
  },
  "imported-key": {
    where: "identity",
    text: "The policy of a key that exists cannot be changed from here: only the principal's policy is.",
  },
  "imported-alias": {
    where: "identity",
    text: "The principal's policy allows it for the key that has the alias.",
  },
  immutable: {
    where: "nowhere",
    text: "The role takes no policy and is in the key's account: nothing is written, though the CDK reports success.",
  },
  "immutable-key": {
    where: "key",
    text: "The role takes no policy from here, so the key policy names it.",
  },
  unreachable: {
    where: "nowhere",
    text: "Neither the key's nor the principal's policy can be changed from here: nothing is written.",
  },
  dropped: {
    where: "nowhere",
    text: "Grants on an imported alias do nothing in this mode.",
  },
} as const;

/** Where a grant was put, by the reason. */
export type GrantLanding = keyof typeof landings;

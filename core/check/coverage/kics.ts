import type { Tool } from "./coverage.ts";

/** The checks of KICS. */
export const kics: Tool = {
  title: "KICS",
  version: "Query of 2026 and issue 1075",
  checks: {
    "KMS Key With No Deletion Window (0b530315)": {
      wrong:
        "A key without a window has that of 30 days, the longest; a window that AWS KMS refuses is refused where it is typed in.",
    },
    "KMS should not allow * principal (issue 1075)": ["public-access"],
  },
};

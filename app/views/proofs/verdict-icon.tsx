import "./meaning.css";

/** How good something is; each has a shape of its own. */
export type Tone = "good" | "bad" | "open" | "unknown";

/** A disc with a tick, an octagon with a bar, a dashed ring with an arrow, a dotted ring with a question mark. */
export function VerdictIcon({
  tone,
  size = 16,
}: {
  readonly tone: Tone;
  readonly size?: number;
}) {
  return (
    <svg
      className={`tone tone-${tone}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[tone]}
    </svg>
  );
}

const shapes = {
  good: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
      <path d="M4.8 8.2 7 10.4l4.2-4.8" stroke="var(--panel)" strokeWidth="2" />
    </>
  ),
  bad: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" stroke="none" />
      <path d="M4.5 8h7" stroke="var(--panel)" strokeWidth="2" />
    </>
  ),
  open: (
    <>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="2.2 2.4" />
      <path d="M6 10l4-4M7 6h3v3" />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" strokeDasharray="0.1 2.6" />
      <path d="M6.4 6.3a1.7 1.7 0 1 1 2.4 1.6c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
    </>
  ),
} as const;

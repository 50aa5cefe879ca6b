import type { CellState } from "../../../core/index.ts";

/** The shape of each state; they differ without their colours too. */
export function StateIcon({ kind }: { readonly kind: CellState["kind"] }) {
  return (
    <svg
      className="state-icon"
      width="14"
      height="14"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <Shape kind={kind} />
    </svg>
  );
}

function Shape({ kind }: { readonly kind: CellState["kind"] }) {
  switch (kind) {
    case "allowed":
      return (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="M4.8 8.2 7 10.4l4.2-4.8" stroke="var(--panel)" />
        </>
      );
    case "conditional":
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path
            d="M8 1.8a6.2 6.2 0 0 0 0 12.4z"
            fill="currentColor"
            stroke="none"
          />
        </>
      );
    case "needs-iam":
      return (
        <>
          <circle cx="8" cy="8" r="6.2" />
          <path d="M8 5.2v5.6M5.2 8h5.6" />
        </>
      );
    case "delegated":
      return (
        <>
          <circle cx="8" cy="8" r="6.4" strokeDasharray="2.2 2.4" />
          <path d="M6 10l4-4M7 6h3v3" strokeWidth="1.5" />
        </>
      );
    case "denied":
      return (
        <>
          <path
            d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"
            fill="currentColor"
            stroke="none"
          />
          <path d="M4.5 8h7" stroke="var(--panel)" strokeWidth="2" />
        </>
      );
    case "none":
      return <path d="M5 8h6" />;
    case "unknown":
      return (
        <>
          <circle cx="8" cy="8" r="6.4" strokeDasharray="0.1 2.6" />
          <path
            d="M6.4 6.3a1.7 1.7 0 1 1 2.4 1.6c-.6.3-.8.6-.8 1.2M8 11.4v.1"
            strokeWidth="1.4"
          />
        </>
      );
  }
}

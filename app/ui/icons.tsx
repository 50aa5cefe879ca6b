import type { ReactNode } from "react";

const paths = {
  stack: "M8 1.8 14.2 5 8 8.2 1.8 5zM1.8 8 8 11.2 14.2 8M1.8 11 8 14.2 14.2 11",
  key: "M5 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M7.8 8H15v2.6M12.2 8v2",
  alias: "M2 2h5.5L14 8.5 8.5 14 2 7.5zM5 5h.01",
  arn: "M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M2.5 14c.6-3 2.7-4.4 5.5-4.4s4.9 1.4 5.5 4.4",
  account:
    "M5.8 3a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6M1.5 13c.4-2.6 2-4 4.3-4s3.9 1.4 4.3 4M10.5 3.2a2.2 2.2 0 0 1 0 4.2M12 9.3c1.4.6 2.2 1.9 2.5 3.7",
  service: "M8 1.8 13.8 5v6L8 14.2 2.2 11V5zM2.2 5 8 8.2 13.8 5M8 8.2v6",
  anyone:
    "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M1.8 8h12.4M8 1.8c4 4 4 8.4 0 12.4-4-4-4-8.4 0-12.4",
  replica:
    "M5 3.2a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.8M7.4 5.6H14v2M11.5 5.6v1.8M3 11.5h10M10.5 9.2l2.5 2.3-2.5 2.3",
  imported: "M8 2v7.5M4.8 6.6 8 9.8l3.2-3.2M2 10.5V14h12v-3.5",
  output: "M6 3H2.5v10H6M6.5 8H14M11 5l3 3-3 3",
  parameter: "M10 3h3.5v10H10M1.5 8H9M6 5l3 3-3 3",
  bucket:
    "M2.5 4.5 4 14h8l1.5-9.5M8 2.5c3 0 5.5.9 5.5 2s-2.5 2-5.5 2-5.5-.9-5.5-2 2.5-2 5.5-2",
  sliders: "M2 4.5h6M11.5 4.5H14M2 11.5h2.5M8 11.5h6M9.8 2.8v3.4M6.2 9.8v3.4",
  role: "M13.5 8A5.5 5.5 0 0 1 3.6 11.3M2.5 8a5.5 5.5 0 0 1 9.9-3.3M12.6 1.8v3h-3M3.4 14.2v-3h3",
  group:
    "M6 3.4a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2M2 13c.3-2.4 1.8-3.6 4-3.6s3.7 1.2 4 3.6M10.6 3.6a2 2 0 0 1 0 3.8M11.8 9.6c1.3.5 2 1.6 2.2 3.4",
  root: "M2 6.5 8 2l6 4.5M3.5 6.5V13M6.5 6.5V13M9.5 6.5V13M12.5 6.5V13M2 13.8h12",
  organization:
    "M6.2 1.8h3.6v3.4H6.2zM1.8 10.8h3.6v3.4H1.8zM10.6 10.8h3.6v3.4h-3.6zM8 5.2V8M3.6 10.8V8h8.8v2.8",
  provider:
    "M2 3.5h12v9H2zM5.8 6.2a1.3 1.3 0 1 0 0 2.6 1.3 1.3 0 0 0 0-2.6M3.8 11c.3-1 1-1.5 2-1.5s1.7.5 2 1.5M10 7h2.2M10 9.5h2.2",
  combination:
    "M6 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10 3.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9",
  condition: "M2 3h12L9.5 8.5V13L6.5 14V8.5z",
  grant: "M3 8.5 6.5 12 13 4.5M3 14.2h10",
  merge:
    "M3 2.5v3a3 3 0 0 0 3 3h7M3 13.5v-2a3 3 0 0 1 3-3M10.5 6 13 8.5 10.5 11",
  lock: "M4.4 7h7.2A1.4 1.4 0 0 1 13 8.4v4.2a1.4 1.4 0 0 1-1.4 1.4H4.4A1.4 1.4 0 0 1 3 12.6V8.4A1.4 1.4 0 0 1 4.4 7M5.5 7V4.5a2.5 2.5 0 0 1 5 0V7",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5 14 14",
  tick: "M3 8.5 6.5 12 13 4.5",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  plus: "M8 2.5v11M2.5 8h11",
  pencil: "M3 13l.6-3L11 2.6 13.4 5 6 12.4z",
  down: "M4 6l4 4 4-4",
  up: "M4 10 8 6l4 4",
  right: "M6 4l4 4-4 4",
  code: "M5.5 4 1.5 8l4 4M10.5 4l4 4-4 4",
  problems:
    "M8 1.5 13.5 3.5v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4zM5.5 8 7.3 9.8 10.8 6.2",
  moon: "M13.5 9.8A6 6 0 0 1 6.2 2.5a6 6 0 1 0 7.3 7.3z",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8 13 13M13 3l-1.2 1.2M4.2 11.8 3 13",
  undo: "M6 3 2.5 6.5 6 10M2.5 6.5h6.8a4 4 0 0 1 0 8H6",
  redo: "M10 3l3.5 3.5L10 10M13.5 6.5H6.7a4 4 0 0 0 0 8H10",
  folder: "M1.8 13V3.2h4.4l1.6 2h6.4V13z",
  download: "M8 2v8.5M4.5 7.2 8 10.7l3.5-3.5M2.5 14h11",
  copy: "M5.5 5.5h8.2v8.2H5.5zM10.5 5.5V2.3H2.3v8.2h3.2",
  menu: "M8 3h.01M8 8h.01M8 13h.01",
  trash: "M2.5 4h11M6 4V2.5h4V4M4 4l.7 10h6.6L12 4M6.8 6.8v4.6M9.2 6.8v4.6",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

/** A line icon; the text beside it says what it means. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "menu" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The sign of Keywright. */
export function Mark(): ReactNode {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="6" fill="#1f8a86" />
      <path
        d="M7 6v14M7 14.5 13.5 6M10 11.5l4.5 7"
        stroke="#fff"
        strokeWidth="2.4"
        fill="none"
        strokeLinecap="round"
      />
      <circle
        cx="17.6"
        cy="16.4"
        r="3.4"
        stroke="#fff"
        strokeWidth="2.2"
        fill="none"
      />
    </svg>
  );
}

/** Allow is a disc with a tick, Deny an octagon with a bar. */
export function EffectIcon({
  effect,
}: {
  effect: "Allow" | "Deny" | undefined;
}) {
  if (effect === undefined) return <Icon name="code" size={15} />;
  const deny = effect === "Deny";
  return (
    <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
      {deny ? (
        <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
      ) : (
        <circle cx="8" cy="8" r="7" fill="currentColor" />
      )}
      <path
        d={deny ? "M4.5 8h7" : "M4.6 8.2 7 10.6l4.4-5"}
        stroke="var(--panel)"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
      />
    </svg>
  );
}

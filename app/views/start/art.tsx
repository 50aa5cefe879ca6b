const rows = [20, 52, 84];

/** Keys with what they are for. */
export function KeysArt() {
  return (
    <svg viewBox="0 0 320 120" aria-hidden="true">
      {rows.map((y, row) => (
        <g key={y}>
          <circle className="art-grey" cx="46" cy={y + 8} r="8" />
          {[0, 1, 2, 3, 4].map((column) => (
            <rect
              key={column}
              className={
                ["art-accent", "art-line", "art-green"][(row + column) % 3]
              }
              x={76 + column * 42}
              y={y}
              width="34"
              height="17"
              rx="5"
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A file that becomes a key. */
export function CodeToKeyArt() {
  const lines = [60, 84, 64, 100, 56, 78];
  return (
    <svg viewBox="0 0 320 120" aria-hidden="true">
      {lines.map((width, line) => (
        <rect
          key={width}
          className={line === 3 ? "art-green" : "art-grey"}
          x={line % 2 === 0 ? 40 : 54}
          y={16 + line * 16}
          width={width}
          height="8"
          rx="4"
        />
      ))}
      <path className="art-arrow" d="M176 60h30m-10-10 10 10-10 10" />
      <rect
        className="art-accent"
        x="226"
        y="20"
        width="56"
        height="80"
        rx="8"
      />
      <path
        className="art-key"
        d="M254 38a10 10 0 1 1 0 20 10 10 0 0 1 0-20M254 58v24M254 76h8"
      />
    </svg>
  );
}

/** Steps ticked off. */
export function StepsArt() {
  return (
    <svg viewBox="0 0 320 120" aria-hidden="true">
      {rows.map((y, row) => (
        <g key={y}>
          <circle
            className={row < 2 ? "art-green" : "art-line"}
            cx="84"
            cy={y + 8}
            r="10"
          />
          {row < 2 && (
            <path className="art-key art-tick" d={`M79 ${y + 8}l4 4 7-8`} />
          )}
          <rect
            className={row < 2 ? "art-grey" : "art-accent"}
            x="108"
            y={y + 3}
            width={[120, 90, 132][row]}
            height="10"
            rx="5"
          />
        </g>
      ))}
    </svg>
  );
}

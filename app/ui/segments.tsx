import "./segments.css";

/** A choice of one out of few. */
export interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly {
    readonly id: Id;
    readonly text: string;
    readonly title?: string;
  }[];
  readonly onChange: (id: Id) => void;
  readonly disabled?: boolean;
}

/** Buttons of which one is pressed. */
export function Segments<Id extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
}: SegmentsProps<Id>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map(({ id, text, title }) => (
        <button
          key={id}
          type="button"
          className="segment"
          aria-pressed={id === value}
          disabled={disabled}
          title={title}
          onClick={() => {
            if (id !== value) onChange(id);
          }}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

import "./count.css";

/** How many errors and warnings, in colour and in words. */
export function Counts({
  errors,
  warnings,
}: {
  errors: number;
  warnings: number;
}) {
  return (
    <>
      {errors > 0 && (
        <span className="count count-error">
          {errors}
          <span className="visually-hidden">
            {errors === 1 ? " error" : " errors"}
          </span>
        </span>
      )}
      {warnings > 0 && (
        <span className="count count-warning">
          {warnings}
          <span className="visually-hidden">
            {warnings === 1 ? " warning" : " warnings"}
          </span>
        </span>
      )}
    </>
  );
}

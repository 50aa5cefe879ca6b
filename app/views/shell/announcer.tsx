import { useApp } from "../../state/store.ts";

/** Tells a screen reader what a command did that it cannot see. */
export function Announcer() {
  const announcement = useApp(({ session }) => session.announcement);
  return (
    <div className="visually-hidden" role="status">
      {announcement}
    </div>
  );
}

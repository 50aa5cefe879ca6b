import { storageText } from "../../text/storage.ts";
import { useApp } from "../../state/store.ts";
import { Icon } from "../../ui/icons.tsx";

/** Where the design is kept, in two words. */
export function SaveStatusText() {
  const save = useApp(({ session }) => session.save);
  return (
    <span className="save-status" role="status">
      {save.kind === "saved" && <Icon name="tick" size={13} />}
      {storageText[save.kind]}
    </span>
  );
}

import {
  applyDensity,
  applyMode,
  Density,
  Mode,
} from "@cloudscape-design/global-styles";
import { useSyncExternalStore } from "react";
import { readLocal, writeLocal } from "../state/storage/local.ts";

/** The two looks of the page. */
export type Theme = "light" | "dark";

const listeners = new Set<() => void>();
let theme: Theme = "light";

/** Sets the look the person chose last, or the one their system asks for. */
export function startTheme(): void {
  applyDensity(Density.Compact);
  const wantsDark = matchMedia("(prefers-color-scheme: dark)");
  show(chosenTheme() ?? (wantsDark.matches ? "dark" : "light"));
  wantsDark.addEventListener("change", ({ matches }) => {
    if (chosenTheme() === undefined) show(matches ? "dark" : "light");
  });
}

/** Changes to the other look and remembers it. */
export function toggleTheme(): void {
  show(theme === "dark" ? "light" : "dark");
  writeLocal("theme", theme);
}

/** The look of the page now. */
export function useTheme(): Theme {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    () => theme,
  );
}

function chosenTheme(): Theme | undefined {
  const chosen = readLocal("theme");
  return chosen === "light" || chosen === "dark" ? chosen : undefined;
}

function show(next: Theme): void {
  theme = next;
  applyMode(next === "dark" ? Mode.Dark : Mode.Light);
  document.documentElement.classList.toggle("kw-dark", next === "dark");
  for (const listener of listeners) listener();
}

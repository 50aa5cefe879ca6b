import { loadable } from "../../ui/loadable.tsx";

/** The steps of the demo, loaded only for a demo. */
export const DemoSteps = loadable(() =>
  import("./demo-steps.tsx").then((m) => m.DemoSteps),
);

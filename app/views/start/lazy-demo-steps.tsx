import { lazy, Suspense } from "react";

const Steps = lazy(() =>
  import("./demo-steps.tsx").then((m) => ({ default: m.DemoSteps })),
);

/** The steps of the demo, loaded only for a demo. */
export function DemoSteps({ id }: { readonly id: string }) {
  return (
    <Suspense>
      <Steps id={id} />
    </Suspense>
  );
}

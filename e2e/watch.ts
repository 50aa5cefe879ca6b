import type { BrowserContext } from "@playwright/test";

const REPORT = "keywrightReportViolation";

/** Collects what no page of ours may do, in every tab and worker of the context, as sentences. */
export async function watch(
  context: BrowserContext,
  baseURL: string,
): Promise<string[]> {
  const faults: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") {
      const { url } = message.location();
      faults.push(`console error: ${message.text()} ${url}`);
    }
  });
  context.on("weberror", (error) => {
    faults.push(`uncaught: ${error.error().stack ?? error.error().message}`);
  });
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const local = protocol === "data:" || protocol === "blob:";
    if (!local && origin !== new URL(baseURL).origin) {
      faults.push(`request to another origin: ${request.url()}`);
    }
  });
  await context.exposeBinding(REPORT, (_source, violation: string) => {
    faults.push(`security policy: ${violation}`);
  });
  await context.addInitScript(reportViolations, REPORT);
  return faults;
}

/** Runs in the page, before its own scripts. */
function reportViolations(binding: string): void {
  document.addEventListener("securitypolicyviolation", (event) => {
    const report = Reflect.get(window, binding) as (text: string) => void;
    report(
      `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`,
    );
  });
}

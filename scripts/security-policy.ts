/**
 * What the page may do, in one place: the build writes it into the page, the preview server into its headers.
 * Styles may be inline because the code editor and the component library set style attributes.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
];

/** Trusted Types policies of our own: one for the addresses of workers, which are always files of this page. */
const OWN_POLICIES = ["keywright"];

/** The policies that monaco-editor creates, as found in its sources; a second editor asks for the same ones again. */
const MONACO_POLICIES = [
  "defaultWorkerFactory",
  "diffEditorWidget",
  "diffReview",
  "domLineBreaksComputer",
  "dompurify",
  "editorGhostText",
  "editorViewLayer",
  "richScreenReaderContent",
  "standaloneColorizer",
  "stickyScrollViewLayer",
  "tokenizeToString",
];

const TRUSTED_TYPES = [
  "trusted-types",
  ...OWN_POLICIES,
  ...MONACO_POLICIES,
  "'allow-duplicates'",
].join(" ");

/** The policy as a page can state it for itself. */
export const META_POLICY = [...DIRECTIVES, TRUSTED_TYPES].join("; ");

/** The headers of the preview server; `frame-ancestors` has no effect in a page, only in a header. */
export const SECURITY_HEADERS = {
  "Content-Security-Policy": `${META_POLICY}; frame-ancestors 'none'`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** What standard input is called as a file; the artifact says that it is a stream. */
export const standardInput = "stdin";

/**
 * The URI of a file: relative where its path is, with `/` between its parts whatever the system writes.
 * Source: RFC 3986, sections 2.1 and 4.2; RFC 8089, appendix E, for drives and shares of Windows.
 */
export function fileUri(file: string): string {
  if (file === "-") return standardInput;
  const path = file.replaceAll("\\", "/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0];
  if (drive !== undefined)
    return `file:///${drive}${encoded(path.slice(drive.length))}`;
  if (path.startsWith("//")) return `file:${encoded(path)}`;
  if (path.startsWith("/")) return `file://${encoded(path)}`;
  return encoded(path.replace(/^(?:\.\/+)+/, ""));
}

function encoded(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part.replaceAll(/\p{Cs}/gu, "\ufffd")))
    .join("/");
}

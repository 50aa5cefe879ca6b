export { copyCode, downloadCode } from "../commands/code.ts";
export { exportProject } from "../commands/project.ts";

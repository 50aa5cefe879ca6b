export { samples } from "../../core/index.ts";

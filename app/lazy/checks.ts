export { fixAll, rules, scannerRulesOf, scanners } from "../../core/index.ts";

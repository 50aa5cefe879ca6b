export {
  acceptCurrent,
  cycleProblem,
  fixCurrent,
} from "../commands/problems.ts";

export {
  adoptionOf,
  bringUnderManagement,
  compareTemplates,
  frozen,
  isBreaking,
  migrationPlan,
  moveToV2,
  storedPolicy,
} from "../../core/index.ts";

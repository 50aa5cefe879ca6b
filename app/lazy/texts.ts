export {
  changeOfKeyPolicyText,
  changeOfTemplateText,
  templateTexts,
} from "../../core/index.ts";

export {
  changeOfKeyPolicyText,
  changeOfTemplateText,
  importFiles,
  templateTexts,
} from "../../core/index.ts";

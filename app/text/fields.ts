/** The words of fields of every kind. */
export const fieldsText = {
  notObject: "this is not a JSON object",
  notObjectHelp: "begin with { and end with }",
};

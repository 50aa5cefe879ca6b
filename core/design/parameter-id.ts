/**
 * What the logical ID of a parameter looks like.
 * Source: AWS CloudFormation User Guide, "Parameters".
 */
export const parameterIdForm = /^[A-Za-z0-9]+$/;

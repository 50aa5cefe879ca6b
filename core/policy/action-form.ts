/** An action as the CDK takes it. Source: aws-cdk-lib 2.276.0, PolicyStatement.validatePolicyActions. */
export const actionForm = /^(?:\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*]+)$/;

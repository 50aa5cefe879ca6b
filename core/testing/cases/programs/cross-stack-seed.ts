import * as cdk from "aws-cdk-lib";
import * as kms from "aws-cdk-lib/aws-kms";

const app = new cdk.App();
class KeyStack extends cdk.Stack {
  public readonly key: kms.Key;
  constructor(scope: cdk.App, id: string, props?: cdk.StackProps) {
    super(scope, id, props);
    this.key = new kms.Key(this, "MyKey", {
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
  }
}
interface UseStackProps extends cdk.StackProps {
  readonly key: kms.IKey;
}
class UseStack extends cdk.Stack {
  constructor(scope: cdk.App, id: string, props: UseStackProps) {
    super(scope, id, props);
    new kms.Alias(this, "Alias", {
      aliasName: "alias/foo",
      targetKey: props.key,
    });
  }
}
const keyStack = new KeyStack(app, "KeyStack");
new UseStack(app, "UseStack", { key: keyStack.key });

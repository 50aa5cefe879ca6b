import type { Tool } from "./coverage.ts";
import { accessAnalyzer } from "./access-analyzer.ts";
import { cdk } from "./cdk.ts";
import { cdkNag } from "./cdk-nag.ts";
import { cfnLint } from "./cfn-lint.ts";
import { cfnNag } from "./cfn-nag.ts";
import { checkov } from "./checkov.ts";
import { cis } from "./cis.ts";
import { cloudsploit } from "./cloudsploit.ts";
import { controlTower } from "./control-tower.ts";
import { kics } from "./kics.ts";
import { parliament } from "./parliament.ts";
import { prowler } from "./prowler.ts";
import { securityHub } from "./security-hub.ts";
import { steampipe } from "./steampipe.ts";
import { tfsec } from "./tfsec.ts";
import { trivy } from "./trivy.ts";

/** The tools whose checks were looked at. */
export const tools: readonly Tool[] = [
  accessAnalyzer,
  parliament,
  cfnLint,
  checkov,
  cdkNag,
  securityHub,
  controlTower,
  prowler,
  trivy,
  tfsec,
  cfnNag,
  cloudsploit,
  kics,
  steampipe,
  cis,
  cdk,
];

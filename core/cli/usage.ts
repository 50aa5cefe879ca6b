import { exportTargets, keysOf, samples } from "../index.ts";

/** What the command line understands. */
export const usage = `keywright: design AWS KMS keys and key policies

  new [--sample NAME]
      Prints a design. Samples: ${keysOf(samples).join(", ")}.

  import FILE...
      Prints the design that a file becomes, or several templates, or several files about one key, and on standard error what was read past.

  export FILE --to TARGET [--stack ID] [--key ID] [--fragment] [--logical-ids cdk|readable] [--out DIR] [--project]
      Prints the design in another language, or writes it into a folder: every stack and key, and the files beside a program.
      --project writes a CDK program as a folder that builds, with what it imported in files of its own.
      Targets: ${keysOf(exportTargets).join(", ")}.

  check FILE [--format text|json|sarif] [--fail-on error|warning|info] [--all]
      Prints what is wrong with the design, with claims that do not hold and kept tests that fail, and the lines of the file that say so.
      Exit status 1 at or above --fail-on (default: error). What the design accepts never counts; --all lists it, and what looks like a fault and is none.

  access FILE [--format text|json]
      Prints who can do what with a key, under which conditions; whether it is public and whether it can still be managed; each proven.

  explain FILE --request REQUEST.json [--format text|json]
      Prints what becomes of a request, or of an array of them, and why, statement by statement.

  explain FILE --events EVENTS.json [--format text|json]
      Prints which requests that AWS CloudTrail recorded the key policy would decide otherwise.

  compare BASE HEAD [--format text|json]
      Prints who gains and who loses access, and what deploying HEAD over BASE does, by CloudFormation and by Terraform. Exit status 1 where access was gained, the verdict is unknown, or an update fails, replaces or deletes.

  check, access, explain and compare take [--key ID] [--account ID] [--key-arn ARN] [--organization ID] [--deployer ARN] [--settings FILE].

FILE is a Keywright design, a CloudFormation template, a cdk.out folder, a key policy, what commands of aws kms print, or what terraform show -json prints; - is standard input.
Exit status 2: the input or the arguments could not be used.
`;

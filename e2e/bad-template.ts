/** A template as people write them before they have learned what AWS KMS does with it: a dozen different faults. */
export const badTemplate = `AWSTemplateFormatVersion: "2010-09-09"
Description: Key of the archive
Resources:
  # Used by the archive and by its log group.
  ArchiveKey:
    Type: AWS::KMS::Key
    Properties:
      Description: Encrypts the archive
      PendingWindowInDays: 3
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Sid: Account
            Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:root
            Action: kms:*
            Resource: "*"
          - Sid: Archive
            Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/Archive
            Action:
              - kms:Decrypt
              - kms:GenerateDataKeys
              - s3:GetObject
            Resource: arn:aws:kms:eu-west-1:111122223333:key/*
            Condition:
              StringEquals:
                aws:PrincipalArn: arn:aws:iam::111122223333:role/Arch*
          - Sid: Archive
            Effect: Allow
            Principal:
              Service: logs.amazonaws.com
            Action:
              - kms:Encrypt
              - kms:Decrypt
            Resource: "*"
          - Sid: Everybody
            Effect: Allow
            Principal: "*"
            Action: kms:DescribeKey
            Resource: "*"
          - Sid: Grants
            Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/Backup
            Action: kms:CreateGrant
            Resource: "*"
            Condition:
              Bool:
                kms:GrantIsForAWSResource: true
              StringEqual:
                kms:CallerAccounts: "111122223333"
  SigningKey:
    Type: AWS::KMS::Key
    Properties:
      KeySpec: RSA_2048
      KeyUsage: SIGN_VERIFY
      EnableKeyRotation: true
      KeyPolicy:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:root
            Action: kms:*
            Resource: "*"
          - Sid: Signer
            Effect: Allow
            Principal:
              AWS: arn:aws:iam::111122223333:role/Signer
            Action:
              - kms:Sign
              - kms:Decrypt
            Resource: "*"
`;

/** What each fault is called, and the button that mends it. */
export const repairs: readonly (readonly [problem: string, fix: string])[] = [
  ["The pending window is 3 days", "Choose the nearest pending window"],
  [
    "does not rotate keys with spec RSA_2048",
    "Make the settings fit the key spec",
  ],
  ["is open to every AWS account", "Only callers of the key's account"],
  [
    "No action of AWS KMS is called kms:GenerateDataKeys",
    "Write kms:GenerateDataKey",
  ],
  ["s3:GetObject is an action of another service", "Remove s3:GetObject"],
  ["The statement is for arn:aws:kms:eu-west-1", 'Write "*"'],
  ["letter by letter, wildcards included", "Write ArnLike"],
  ["There is no condition key kms:CallerAccounts", "Write kms:CallerAccount"],
  ["no condition operator StringEqual", "Write StringEquals"],
  [
    "logs.amazonaws.com does not call AWS KMS",
    "Name logs.${AWS::Region}.amazonaws.com",
  ],
  [
    "may use the key for anybody",
    "Let it act for log groups of this account only",
  ],
  ["has the Sid Archive of an earlier statement", "Remove the Sid"],
  ["cannot do kms:Decrypt", "Remove kms:Decrypt"],
];

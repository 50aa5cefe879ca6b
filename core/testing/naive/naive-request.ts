/** A value that a request has for a condition key. */
export type ContextValue = string | boolean | number | readonly string[];

export type NaiveContext = Readonly<Record<string, ContextValue>>;

/** One call of AWS KMS. */
export interface NaiveRequest {
  /** The ARN of a user, a session, a federated user, the root user or a role (of which some session calls), or the name of a service. */
  readonly principal: string;
  /** The ARN of the role with its path; that of the session says no path. */
  readonly principalArn?: string;
  readonly action: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context?: NaiveContext;
}

/** What a request has for a condition key, whose name is read in any case. */
export type Lookup = (key: string) => ContextValue | undefined;

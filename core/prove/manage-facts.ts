import type { AccessRequest } from "../evaluate/request.ts";
import type { DeployerCheck, Manageability } from "./manageable.ts";
import {
  beyondManageability,
  deployerCheck,
  manageabilityOf,
} from "./manageable.ts";
import type { Prover } from "./prover.ts";
import {
  deployerAtOnce,
  nobodyPutsPolicy,
  rootPutsPolicy,
} from "./quick-manage.ts";
import type { SampleRequests } from "./sample-requests.ts";

/** Asks for the prover of a policy; undefined where the policy tells too many requests apart. */
export type AskProver = () => Prover | undefined;

/** Whether a key can be managed, as {@link Manageability} says it; each part is worked out when it is first asked for. */
export class ManageFacts {
  readonly #requests: SampleRequests;
  readonly #prover: AskProver;
  #atOnce: Omit<Manageability, "by"> | "open" | undefined;
  #proven: Manageability | undefined;
  #deployer: DeployerCheck | undefined;

  constructor(requests: SampleRequests, prover: AskProver) {
    this.#requests = requests;
    this.#prover = prover;
  }

  /** Whether somebody can still change the policy. */
  get verdict(): Manageability["verdict"] {
    return this.#answer.verdict;
  }

  /** A request that changes the policy. */
  get witness(): AccessRequest | undefined {
    return this.#answer.witness;
  }

  /** Why nobody knows. */
  get reason(): string | undefined {
    return this.#answer.reason;
  }

  /** Principals without which nobody could any more. */
  get singlePointsOfFailure(): readonly string[] {
    return this.#answer.singlePointsOfFailure;
  }

  /** Who can: principals as the policy names them, and `root` for the root user of the account. */
  get by(): readonly string[] {
    return this.#whole.by;
  }

  /** What becomes of the lockout safety check for the deployer that the settings name; undefined where they name none. */
  get deployer(): DeployerCheck | undefined {
    this.#deployer ??= this.#checked();
    return this.#deployer;
  }

  get #answer(): Omit<Manageability, "by"> {
    this.#atOnce ??= this.#found();
    return this.#atOnce === "open" ? this.#whole : this.#atOnce;
  }

  get #whole(): Manageability {
    this.#proven ??= this.#prove();
    return this.#proven;
  }

  #found(): Omit<Manageability, "by"> | "open" {
    const root = rootPutsPolicy(this.#requests);
    // With the root user no other principal is the only one.
    if (root !== undefined)
      return {
        verdict: "proven",
        witness: this.#requests.written(root),
        singlePointsOfFailure: [],
      };
    return nobodyPutsPolicy(this.#requests.subject)
      ? { verdict: "refuted", singlePointsOfFailure: [] }
      : "open";
  }

  #prove(): Manageability {
    const prover = this.#prover();
    return prover === undefined
      ? beyondManageability
      : manageabilityOf(prover, this.#requests.subject);
  }

  #checked(): DeployerCheck | undefined {
    const { subject } = this.#requests;
    const { deployer } = subject.settings;
    if (deployer === undefined) return undefined;
    const found = deployerAtOnce(this.#requests, deployer);
    if (found !== undefined) return found;
    const prover = this.#prover();
    return prover && deployerCheck(prover, deployer);
  }
}

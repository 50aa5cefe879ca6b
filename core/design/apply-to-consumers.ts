import type { Result } from "../problem/problem.ts";
import { failed, ok } from "../problem/problem.ts";
import type { ConsumerChange } from "./change.ts";
import { missing, taken } from "./change-problems.ts";
import type { Design } from "./design.ts";
import { indexOfId } from "./members.ts";
import { patched } from "./patch.ts";
import { sound } from "./sound.ts";

type Change<Type> = Extract<ConsumerChange, { type: Type }>;

/** Adds a resource that uses a key, and the list where there is none. */
export function addConsumer(
  design: Design,
  { consumer, index }: Change<"add-consumer">,
): Result<Design> {
  const { consumers = [] } = design;
  if (indexOfId(consumers, consumer.id) >= 0)
    return failed(taken("consumer", consumer.id));
  return sound({
    ...design,
    consumers: consumers.toSpliced(index, 0, consumer),
  });
}

/** Removes a resource that uses a key; the list goes with the last one unless the change keeps it. */
export function removeConsumer(
  design: Design,
  { consumer: id, keepsList = false }: Change<"remove-consumer">,
): Result<Design> {
  const { consumers = [], ...rest } = design;
  const index = indexOfId(consumers, id);
  if (index < 0) return failed(missing("consumer", id));
  const left = consumers.toSpliced(index, 1);
  return ok(left.length > 0 || keepsList ? { ...rest, consumers: left } : rest);
}

/** Changes a resource that uses a key. */
export function editConsumer(
  design: Design,
  { consumer: id, patch }: Change<"edit-consumer">,
): Result<Design> {
  const { consumers = [] } = design;
  const index = indexOfId(consumers, id);
  const found = consumers[index];
  if (found === undefined) return failed(missing("consumer", id));
  const next = patched(found, patch);
  if (next.id !== id && indexOfId(consumers, next.id) >= 0)
    return failed(taken("consumer", next.id));
  return sound({ ...design, consumers: consumers.with(index, next) });
}

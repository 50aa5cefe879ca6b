import type {
  AccessRequest,
  Design,
  DesignChange,
  KeptTest,
} from "../../core/index.ts";
import { requestText } from "../text/request.ts";
import { edit } from "./edit.ts";
import { freeName } from "./free-name.ts";
import { emptyForm, formOf, type RequestForm } from "./request-form.ts";
import { selectKey, setView } from "./select.ts";
import { designOf, keyOf } from "./selectors.ts";
import { announce, getState, type AppState } from "./store.ts";

/** The request that is being typed. */
export function requestFormOf({ view }: AppState): RequestForm {
  return view.requestForm ?? emptyForm;
}

/** Changes what is being typed. */
export function setRequestForm(part: Partial<RequestForm>): void {
  setView({ requestForm: { ...requestFormOf(getState()), ...part } });
}

/** What a request is about besides what it says itself. */
export interface RequestPlace {
  /** The `id` of the key. @default the key that is shown */
  readonly key?: string;
  /** The kept test that has the request. */
  readonly test?: string;
}

/** Shows a request in the test of requests, and what becomes of it. */
export function openRequestTest(
  request: AccessRequest,
  { key, test }: RequestPlace = {},
): void {
  if (key !== undefined && keyOf(getState())?.id !== key) selectKey(key);
  setView({
    requestForm: formOf(request, test ?? null),
    requestMode: "one",
    drawerTab: "test",
    drawerOpen: true,
    // Where one pane is shown at a time, the test is in another one.
    pane: "problems",
  });
}

/** Keeps the request of the form with the answer it should have; in place of the test it came from, where there is one. */
export function keepTest(
  name: string,
  { key, request, expected }: Pick<KeptTest, "key" | "request" | "expected">,
): void {
  const design = designOf(getState());
  const { test } = requestFormOf(getState());
  const before = design.tests?.find(({ id }) => id === test);
  const id = before === undefined ? freeTestName(design, name) : before.id;
  const change: DesignChange =
    before === undefined
      ? {
          type: "add-test",
          test: { id, key, request, expected },
          index: design.tests?.length ?? 0,
        }
      : {
          type: "edit-test",
          test: before.id,
          patch: { id: renamed(design, before, name), key, request, expected },
        };
  const made = edit({ title: requestText.keepTitle(name), change });
  if (!made.ok) return;
  setRequestForm({ test: null });
  announce(requestText.kept(name));
}

/** The name that a kept test gets when it is saved under another one. */
function renamed(design: Design, { id }: KeptTest, name: string): string {
  return name === id ? id : freeTestName(design, name);
}

/** The name, or the first of `name 2` and so on that no test has. */
export function freeTestName({ tests = [] }: Design, name: string): string {
  return freeName(tests, name);
}

/** Forgets a kept test. */
export function removeTest(test: string): void {
  const made = edit({
    title: requestText.removeTitle(test),
    change: { type: "remove-test", test },
  });
  if (made.ok) announce(requestText.removed(test));
}

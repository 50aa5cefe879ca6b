import { describe, expect, test } from "vitest";
import { keysOf } from "../kms/keys-of.ts";
import { statementElements } from "../policy/elements.ts";
import { pseudoParameters } from "../policy/pseudo-parameters.ts";
import { functionOf } from "../yaml/short-tags.ts";
import { tagOffers } from "./reference-offers.ts";
import {
  effects,
  functions,
  oppositeMembers,
  outputMembers,
  policyMembers,
  policyVersions,
  principalTypes,
  pseudoParameterWords,
  statementMembers,
  tagMembers,
  templateSections,
} from "./words.ts";

describe("the words of policies and templates", () => {
  test("[A10] the elements of a statement and the pseudo parameters are those of the model", () => {
    expect(keysOf(statementMembers)).toEqual([...statementElements]);
    expect(keysOf(pseudoParameterWords).toSorted()).toEqual(
      keysOf(pseudoParameters).toSorted(),
    );
  });

  test("[A10] the tags are those that are read in YAML", () => {
    expect(tagOffers.map(({ label }) => functionOf(label))).toEqual(
      keysOf(functions),
    );
  });

  test("[A10] opposites are elements, each of the other", () => {
    for (const [one, other] of Object.entries(oppositeMembers)) {
      expect(statementElements.has(one)).toBe(true);
      expect(oppositeMembers[other]).toBe(one);
    }
  });

  test("[A10] each has a sentence", () => {
    const sentences = [
      effects,
      functions,
      outputMembers,
      policyMembers,
      policyVersions,
      principalTypes,
      pseudoParameterWords,
      statementMembers,
      tagMembers,
      templateSections,
    ].flatMap((table) => Object.values<string>(table));
    expect(sentences.length).toBeGreaterThan(60);
    expect(sentences.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
});

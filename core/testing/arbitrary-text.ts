import fc from "fast-check";

/** Text with what strings in code and in YAML trip over, and pseudo parameters. */
export function nastyText(maxLength = 40): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ maxLength }),
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          "${AWS::AccountId}",
          "${AWS::Partition}",
          "${AWS::Region}",
          "${aws:username}",
          "`",
          "$",
          "{",
          '"',
          "'",
          "\\",
          "\n",
          "\u0085",
          " ",
          ": ",
          " #",
          "yes",
          "word",
          "-",
          "0",
        ),
        { maxLength: 8 },
      )
      .map((pieces) => pieces.join("")),
  );
}

/** An alias name, some of which the CDK refuses. */
export function alias(): fc.Arbitrary<string> {
  const name = fc
    .array(fc.constantFrom("a", "B", "7", "/", "-", "_", "pay", "ments", ":"), {
      minLength: 1,
      maxLength: 8,
    })
    .map((pieces) => pieces.join(""));
  return fc.oneof(
    { weight: 4, arbitrary: name.map((text) => `alias/${text}`) },
    { weight: 2, arbitrary: name },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        "Alias/Foo",
        "alias/${AWS::StackName}",
        "${AWS::StackName}",
        "x-${AWS::Region}",
      ),
    },
  );
}

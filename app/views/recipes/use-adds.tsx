import type { Design, JsonObject, OwnedKey } from "../../../core/index.ts";
import { describePolicyStatement } from "../../../core/index.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { EffectIcon } from "../../ui/icons.tsx";
import { keyed } from "../../ui/keyed.ts";
import { SentenceText } from "../policy/sentence-text.tsx";
import "../policy/policy-view.css";
import { CopiedText } from "./copied-text.tsx";
import { elsewhereOf, factsOfKey, statementsOf } from "./filled-recipe.ts";
import type { UsedRecipe } from "./uses.ts";

/** What recipes write into the key policy, what must be done besides, and what is to be known of them. */
export function UseAdds({
  used,
  isOpen,
  design,
  keyOfUse,
}: {
  /** With placeholders for what is not answered. */
  readonly used: readonly UsedRecipe[];
  /** There are placeholders. */
  readonly isOpen: boolean;
  readonly design: Design;
  readonly keyOfUse: OwnedKey;
}) {
  const statements = statementsOf(used);
  if (used.length === 0) return <p>{words.addsNothing}</p>;
  return (
    <>
      <Statements statements={statements} />
      {isOpen && <p className="use-small">{words.placeholders}</p>}
      <details className="use-json">
        <summary>{words.json}</summary>
        <CopiedText
          of={words.json}
          text={JSON.stringify(
            statements.length === 1 ? statements[0] : statements,
            null,
            2,
          )}
        />
      </details>
      <Elsewhere items={elsewhereOf(used, factsOfKey(design, keyOfUse))} />
      <Words used={used} />
    </>
  );
}

function Statements({
  statements,
}: {
  readonly statements: readonly JsonObject[];
}) {
  return (
    <ul className="statements" aria-label={words.adds}>
      {keyed(statements, (json) => JSON.stringify(json)).map(
        ({ key, item }) => {
          const effect = item["Effect"] === "Deny" ? "Deny" : "Allow";
          return (
            <li key={key} className="statement statement-plain">
              <span className={`effect-${effect.toLowerCase()}`}>
                <EffectIcon effect={effect} />
                <span className="visually-hidden">{effect}</span>
              </span>
              <SentenceText
                sentence={describePolicyStatement(item)}
                short={false}
              />
            </li>
          );
        },
      )}
    </ul>
  );
}

function Elsewhere({
  items,
}: {
  readonly items: ReturnType<typeof elsewhereOf>;
}) {
  return (
    <section className="use-part" aria-label={words.elsewhere}>
      <h3>{words.elsewhere}</h3>
      {items.length === 0 && <p>{words.elsewhereNone}</p>}
      <ul>
        {keyed(items, ({ where }) => where).map(({ key, item }) => (
          <li key={key}>
            <p>
              <b>{item.where}</b>: {item.why}
            </p>
            {item.text !== undefined && (
              <CopiedText text={item.text} of={item.where} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is different from what every recipe holds to, what is to be known, and where it is from. */
function Words({ used }: { readonly used: readonly UsedRecipe[] }) {
  const recipes = used.map(({ recipe }) => recipe);
  const reasons = recipes.flatMap(({ exceptions = [] }) =>
    exceptions.map(({ reason }) => reason),
  );
  const notes = recipes.flatMap(({ note }) => note ?? []);
  return (
    <>
      <Lines title={words.different} lines={[...new Set(reasons)]} />
      <Lines title={words.note} lines={notes} />
      <section className="use-part" aria-label={words.source}>
        <h3>{words.source}</h3>
        {keyed(recipes, ({ source }) => source.title).map(({ key, item }) => (
          <p key={key}>
            {item.source.title}
            {item.source.url !== undefined && (
              <>
                <br />
                <code className="mono use-link">{item.source.url}</code>
              </>
            )}
          </p>
        ))}
      </section>
    </>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}) {
  if (lines.length === 0) return null;
  return (
    <section className="use-part" aria-label={title}>
      <h3>{title}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

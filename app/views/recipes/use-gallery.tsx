import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { keysOf } from "../../../core/index.ts";
import { recipeCategories, recipeSides } from "../../lazy/recipes.ts";
import { recipesText as words } from "../../text/recipes.ts";
import { moveFocus } from "../../ui/roving.ts";
import { UseCard } from "./use-card.tsx";
import {
  isListed,
  severalUses,
  singleUses,
  type Use,
  type UseFilter,
} from "./uses.ts";

interface Props {
  readonly chosen: string | null;
  readonly onPick: (id: string) => void;
}

const noFilter: UseFilter = { text: "", category: null, side: null };
const cards = ".use-card button";

/** Everything that can use a key, found by words, group or who calls. */
export function UseGallery({ chosen, onPick }: Props) {
  const [filter, setFilter] = useState(noFilter);
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => groupsOf(filter), [filter]);
  const count = groups.reduce((sum, { uses }) => sum + uses.length, 0);
  const first = groups[0]?.uses[0]?.id;
  return (
    <div className="uses-gallery">
      <Filters
        filter={filter}
        onChange={setFilter}
        onEnter={() => {
          if (first !== undefined) onPick(first);
        }}
        onDown={() => list.current?.querySelector<HTMLElement>(cards)?.focus()}
      />
      <p className="uses-count" role="status">
        {count === 0 ? words.none : words.count(count)}
      </p>
      <div
        className="uses-list"
        role="presentation"
        ref={list}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
          moveFocus(event, "vertical", cards);
          moveFocus(event, "horizontal", cards);
        }}
      >
        {groups.map((group) => (
          <Group key={group.title} {...group} chosen={chosen} onPick={onPick} />
        ))}
      </div>
    </div>
  );
}

interface UseGroup {
  readonly title: string;
  readonly uses: readonly Use[];
}

function groupsOf(filter: UseFilter): readonly UseGroup[] {
  const listed = singleUses.filter((use) => isListed(use, filter));
  const several = severalUses.filter((use) => isListed(use, filter));
  return [
    { title: words.several, uses: several },
    ...keysOf(recipeCategories).map((category) => ({
      title: recipeCategories[category],
      uses: listed.filter(({ recipe }) => recipe.category === category),
    })),
  ].filter(({ uses }) => uses.length > 0);
}

function Group({ title, uses, chosen, onPick }: UseGroup & Props) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="use-cards">
        {uses.map((use) => (
          <UseCard
            key={use.id}
            use={use}
            chosen={use.id === chosen}
            onPick={onPick}
          />
        ))}
      </ul>
    </section>
  );
}

function Filters({
  filter,
  onChange,
  onEnter,
  onDown,
}: {
  readonly filter: UseFilter;
  readonly onChange: (filter: UseFilter) => void;
  readonly onEnter: () => void;
  readonly onDown: () => void;
}) {
  return (
    <div className="uses-filters">
      <FormField stretch label={words.search}>
        <Input
          type="search"
          value={filter.text}
          placeholder={words.searchHelp}
          onChange={({ detail }) => onChange({ ...filter, text: detail.value })}
          onKeyDown={(event) => {
            const { key } = event.detail;
            if (key !== "Enter" && key !== "ArrowDown") return;
            event.preventDefault();
            if (key === "Enter") onEnter();
            else onDown();
          }}
        />
      </FormField>
      <Choice
        label={words.category}
        all={words.allCategories}
        texts={recipeCategories}
        value={filter.category}
        onChange={(category) => onChange({ ...filter, category })}
      />
      <Choice
        label={words.side}
        all={words.allSides}
        texts={recipeSides}
        value={filter.side}
        onChange={(side) => onChange({ ...filter, side })}
      />
    </div>
  );
}

function Choice<Id extends string>({
  label,
  all,
  texts,
  value,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly texts: Readonly<Record<Id, string>>;
  readonly value: Id | null;
  readonly onChange: (value: Id | null) => void;
}) {
  const ids = keysOf(texts);
  return (
    <FormField stretch label={label}>
      <Select
        selectedOption={
          value === null
            ? { value: "", label: all }
            : { value, label: texts[value] }
        }
        options={[
          { value: "", label: all },
          ...ids.map((id) => ({ value: id, label: texts[id] })),
        ]}
        onChange={({ detail }) =>
          onChange(ids.find((id) => id === detail.selectedOption.value) ?? null)
        }
      />
    </FormField>
  );
}

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/form/field";
import { Input } from "@/components/ui/input";

interface NewTagProps {
  text: string;
  problem: string | null;
  onText(text: string): void;
  onAdd(): void;
}

/** A tag that no VM has yet, put among those to choose from by its button or by Enter. */
export function NewTag({ text, problem, onText, onAdd }: NewTagProps) {
  return (
    <Field label="New tag" problem={problem} note="One word, such as production.">
      {(attributes) => (
        <div className="flex gap-2">
          <Input
            {...attributes}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={({ target }) => onText(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || text.trim() === "") return;
              event.preventDefault();
              onAdd();
            }}
          />
          <Button onClick={onAdd}>Add</Button>
        </div>
      )}
    </Field>
  );
}

import type { ApiOutputs } from "@/components/data/client";
import { textFormatNames } from "@/server/create/text-format.schema";

type Answer = ApiOutputs["create"]["importText"];

/** What an import made of a text, and what of it has no place in the VM. */
export function ImportNotes({ notes, textFormat }: Pick<Answer, "notes" | "textFormat">) {
  const name = textFormatNames[textFormat];
  if (notes.length === 0)
    return <p>Everything of the {name} was imported. Review the steps, then create the VM.</p>;
  return (
    <>
      <p className="font-medium">{name} imported. Check these lines:</p>
      <ul className="mt-1 flex flex-col gap-1">
        {notes.map(({ argument, reason }) => (
          <li key={`${argument} ${reason}`} className="wrap-anywhere">
            <code className="rounded-sm bg-foreground/7 px-1 font-mono text-sm">{argument}</code> {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

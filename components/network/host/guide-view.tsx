import { OctagonAlert } from "lucide-react";
import { CodeText } from "@/components/ui/code-text";
import type { BridgeGuide } from "@/server/network/guide/bridge-guide.schema";

/** What a guide says: what happens, what to do in which order, and how it is taken back. */
export function GuideView({ guide }: { guide: BridgeGuide }) {
  if (guide.refusal !== null) {
    return (
      <p role="alert" className="flex gap-2 text-danger">
        <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {guide.refusal}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <ul className="flex list-disc flex-col gap-1 rounded-md bg-warning/10 py-2.5 pr-3 pl-7">
        {guide.consequences.map((text) => (
          <li key={text} className="wrap-anywhere">
            {text}
          </li>
        ))}
      </ul>
      <ol className="flex list-decimal flex-col gap-3 pl-5">
        {guide.steps.map(({ title, file, commands }) => (
          <li key={title} className="min-w-0">
            <p className="font-medium">{title}</p>
            {file === null ? null : (
              <div className="mt-1">
                <p className="wrap-anywhere mb-1 font-mono text-muted text-sm">{file.path}</p>
                <CodeText text={file.content.trimEnd()} what={`content of ${file.path}`} />
              </div>
            )}
            {commands.length === 0 ? null : (
              <div className="mt-1">
                <CodeText wraps text={commands.join("\n")} what={`commands: ${title}`} />
              </div>
            )}
          </li>
        ))}
      </ol>
      <section>
        <h3 className="font-medium">To undo</h3>
        <div className="mt-1">
          <CodeText wraps text={guide.undo.join("\n")} what="commands to undo" />
        </div>
      </section>
    </div>
  );
}

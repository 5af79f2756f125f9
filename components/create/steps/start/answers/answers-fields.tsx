"use client";

import type { ReactNode } from "react";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form/lines-field";
import type { AnswerFile } from "@/server/create/answers/answers.schema";
import { replaced } from "../../../state/lists";

/** What every installer's answers have: the files as they were edited. */
interface Answered {
  /** null while they are made of the form. */
  files: AnswerFile[] | null;
}

interface AnswersFieldsProps {
  answers: Answered;
  onEdit(part: Partial<Answered>): void;
  /** Makes the files of what the form says. */
  make(): Promise<AnswerFile[]>;
  /** The form. */
  children: ReactNode;
}

/** What an installer is told: the form, or the files that were made of it and edited. */
export function AnswersFields({ answers, onEdit, make, children }: AnswersFieldsProps) {
  const { files } = answers;
  const making = useAction({ mutationFn: make }, (made) => onEdit({ files: made }));
  return (
    <>
      <p role="alert" className="text-danger empty:hidden">
        {making.problem}
      </p>
      {files === null ? children : null}
      {files !== null
        ? files.map((file, index) => (
            <AreaField
              key={file.name}
              label={file.name}
              path={["answers", "files", index, "content"]}
              rows={Math.min(16, Math.max(3, file.content.split("\n").length))}
              wrap={false}
              value={file.content}
              onChange={(content) => onEdit({ files: replaced(files, index, { ...file, content }) })}
            />
          ))
        : null}
      <div>
        <FormOrFiles {...{ files, busy: making.busy, onEdit }} onMake={() => making.run(undefined)} />
      </div>
    </>
  );
}

interface FormOrFilesProps extends Pick<Answered, "files"> {
  busy: boolean;
  onEdit(part: Partial<Answered>): void;
  onMake(): void;
}

function FormOrFiles({ files, busy, onEdit, onMake }: FormOrFilesProps) {
  if (files === null)
    return (
      <Button size="sm" disabled={busy} onClick={onMake}>
        Edit file
      </Button>
    );
  return (
    <Button size="sm" onClick={() => onEdit({ files: null })}>
      Back to the form
    </Button>
  );
}

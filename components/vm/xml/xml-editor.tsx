"use client";

import { type ReactNode, useState } from "react";
import { trpc } from "@/components/data/client";
import { errorText } from "@/components/data/error-text";
import { vmKey } from "@/components/fleet/vm-key";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNotice } from "@/components/ui/error-notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { VmSummary } from "@/server/fleet/schema";
import type { DefinitionVersion } from "../history/use-versions";
import CodeEditor from "./editor/code-editor";
import { OvertakenNotice } from "./overtaken-notice";
import { ReviewDialog } from "./review/review-dialog";
import { useDraft } from "./use-draft";
import { useGrammar } from "./use-grammar";

export interface XmlEditorProps {
  vm: VmSummary;
  /** The saved definition as it is now. */
  present: DefinitionVersion;
  /** Switches to another one. */
  choice: ReactNode;
}

/** A VM's saved definition, to be written by hand: suggestions, errors beside their lines, a diff before it is saved. */
export function XmlEditor({ vm, present, choice }: XmlEditorProps) {
  const draft = useDraft(vmKey(vm), present);
  const grammar = useGrammar(vm.hostId);
  const [reviewing, setReviewing] = useState(false);
  const reference = { hostId: vm.hostId, vmId: vm.id };
  // A check that could not be made marks nothing; the review says why.
  const problemsOf = (xml: string) =>
    trpc.definition.preview.mutate({ ...reference, xml, base: draft.base.id }).then(
      (preview) => preview?.problems ?? [],
      () => [],
    );
  // Without libvirt's schema nothing is suggested; it can be written all the same.
  const failed = grammar.error !== null;
  if (grammar.data === undefined && !failed) return <Skeleton className="h-80" />;
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {choice}
        <p className="min-w-0 flex-1 basis-60 text-muted">
          Passwords are not shown, and stay as they are.{" "}
          {grammar.data === null
            ? "Nothing is suggested, as this host’s schemas of libvirt can’t be read; libvirt checks what is saved."
            : "Ctrl-Space suggests what may stand here."}
        </p>
        <CopyButton text={draft.text} what="XML" />
        {draft.changed ? <Button onClick={() => draft.restart(present)}>Discard</Button> : null}
        <Button variant="primary" disabled={!draft.changed} onClick={() => setReviewing(true)}>
          Review changes
        </Button>
      </div>
      {failed ? (
        <ErrorNotice
          className="mb-2"
          title="Nothing is suggested: libvirt’s schema could not be read"
          problem={errorText(grammar.error)}
          onRetry={() => void grammar.refetch()}
        />
      ) : null}
      {draft.overtaken ? <OvertakenNotice by={present} onShow={() => setReviewing(true)} /> : null}
      <CodeEditor
        key={`${draft.generation} ${grammar.data === undefined}`}
        text={draft.text}
        label={`Definition of ${vm.name}`}
        grammar={grammar.data ?? null}
        problemsOf={problemsOf}
        onChange={draft.type}
      />
      {reviewing ? (
        <ReviewDialog
          vm={vm}
          title={`Change the definition of ${vm.name}`}
          label="Save"
          xml={draft.text}
          base={draft.base}
          save={(base) => trpc.definition.save.mutate({ ...reference, xml: draft.text, base: base.id })}
          onSaved={(version) => draft.restart(version)}
          onTakeTheirs={(version) => draft.restart(version)}
          onRebase={(version) => draft.restart(version, draft.text)}
          onMerge={(version, text) => draft.restart(version, text)}
          onClose={() => setReviewing(false)}
        />
      ) : null}
    </>
  );
}

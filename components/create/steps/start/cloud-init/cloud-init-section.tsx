"use client";

import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/form/section";
import type { CloudDraft } from "../../../state/cloud";
import { seedFilesOf } from "../../../state/seed-draft";
import { useDraft, useWizard } from "../../../wizard-context";
import { CloudForm } from "./cloud-form";
import { SeedFileFields } from "./seed-file-fields";

/** What the image is told at its first start: who may sign in, what is installed, how it is on the network. */
export default function CloudInitSection() {
  const { wizard, update } = useWizard();
  const [draft] = useDraft();
  const { cloud } = wizard;
  const edit = (part: Partial<CloudDraft>) =>
    update((before) => ({ ...before, cloud: { ...before.cloud, ...part } }));
  const make = useAction({ mutationFn: (told: CloudDraft) => seedFilesOf(told, draft) }, (files) =>
    edit({ files }),
  );
  return (
    <Section
      title="Cloud-init"
      path={["cloudInit"]}
      aside={
        cloud.files === null ? (
          <Button size="sm" disabled={make.busy} onClick={() => make.run(cloud)}>
            Edit files
          </Button>
        ) : (
          <Button size="sm" onClick={() => edit({ files: null })}>
            Back to the form
          </Button>
        )
      }
    >
      <p role="alert" className="text-danger empty:hidden">
        {make.problem}
      </p>
      {cloud.files === null ? (
        <CloudForm cloud={cloud} vm={draft} onEdit={edit} />
      ) : (
        <SeedFileFields files={cloud.files} onEdit={(files) => edit({ files })} />
      )}
    </Section>
  );
}

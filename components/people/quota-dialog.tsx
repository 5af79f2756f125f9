"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "@/components/data/api";
import type { ApiOutputs } from "@/components/data/client";
import { Loaded } from "@/components/data/loaded";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose, DialogContent } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import { OptionalSizeField } from "@/components/ui/form/size-field";
import { type Quota, quotaSchema } from "@/server/access/quota.schema";
import { amountText, type Resource, resourceLabels, resources } from "@/server/access/quota-words.schema";
import type { Subject } from "@/server/access/share.schema";

export interface QuotaDialogProps {
  subject: Subject;
  name: string;
  onClose(): void;
}

/** Sets what the VMs of a user or a group may have together, beside what they have. */
export default function QuotaDialog({ subject, name, onClose }: QuotaDialogProps) {
  const reading = useQuery(api.quota.of.queryOptions({ subject }, { staleTime: 0, gcTime: 0 }));
  if (reading.data !== undefined) return <QuotaForm reading={reading.data} onClose={onClose} />;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={`Quota of ${name}`}
        footer={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      >
        <Loaded reading={reading} what="the quota">
          {() => null}
        </Loaded>
      </DialogContent>
    </Dialog>
  );
}

function QuotaForm({ reading, onClose }: { reading: ApiOutputs["quota"]["of"]; onClose(): void }) {
  const { subject, name, limits, used, unknown } = reading;
  const [quota, setQuota] = useState<Quota>(limits);
  const set = useAction(api.quota.set.mutationOptions(), onClose);
  const [tried, setTried] = useState(false);
  // JSON has no NaN: it would say that there is no limit.
  const isWrong = (resource: Resource) => !quotaSchema.shape[resource].safeParse(quota[resource]).success;
  const submit = () => {
    setTried(true);
    if (!resources.some(isWrong)) set.run({ subject, quota });
  };
  const whose = subject.kind === "user" ? "VMs that they own" : "VMs that the group owns";
  return (
    <FormDialog
      title={`Quota of ${name}`}
      description={`The most that the ${whose} may have together, on all hosts. An empty field is no limit. What is there already stays.`}
      label="Save"
      call={set}
      onSubmit={submit}
      onClose={onClose}
    >
      {resources.map((resource) => (
        <LimitField
          key={resource}
          resource={resource}
          value={quota[resource]}
          problem={tried && isWrong(resource) ? "This is no amount. Leave it empty for no limit." : null}
          note={`${amountText(resource, used[resource])} used`}
          onChange={(limit) => setQuota((before) => ({ ...before, [resource]: limit }))}
        />
      ))}
      {unknown === null ? null : <p className="wrap-anywhere text-sm text-warning">{unknown}</p>}
    </FormDialog>
  );
}

interface LimitFieldProps {
  resource: Resource;
  value: number | null;
  note: string;
  problem: string | null;
  onChange(limit: number | null): void;
}

function LimitField({ resource, ...field }: LimitFieldProps) {
  const label = resourceLabels[resource];
  return resource === "memoryBytes" || resource === "diskBytes" ? (
    <OptionalSizeField label={label} {...field} />
  ) : (
    <OptionalNumberField label={label} min={0} {...field} />
  );
}

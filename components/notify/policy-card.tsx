"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { Button } from "@/components/ui/button";
import { LinesField } from "@/components/ui/form/lines-field";
import { NumberField } from "@/components/ui/form/number-field";
import { Section } from "@/components/ui/form/section";
import type { Policy } from "@/server/notify/channel.schema";

/** What holds for all: when a pool is nearly full, and which servers people may use for themselves. */
export function PolicyCard({ policy }: { policy: Policy }) {
  const [draft, setDraft] = useState(policy);
  const save = useAction(api.notify.setPolicy.mutationOptions());
  const isSaved = JSON.stringify(draft) === JSON.stringify(policy);
  return (
    <Section title="For everybody">
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.run(draft);
        }}
      >
        <NumberField
          label="A storage pool is nearly full at (%)"
          note="It is told once, and again after 5 % less were in use in between."
          className="max-w-sm"
          min={50}
          max={99}
          value={draft.poolPercent}
          onChange={(poolPercent) => setDraft({ ...draft, poolPercent })}
        />
        <LinesField
          label="Servers that people may use for their own notifications"
          note="One a line, with a port where it is not the usual one: ntfy.sh, hooks.lan:8443. For mail they use a mail channel above that is open to them."
          rows={3}
          placeholder="ntfy.sh"
          lines={draft.servers}
          onChange={(servers) => setDraft({ ...draft, servers })}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" disabled={isSaved || save.busy}>
            Save
          </Button>
          <p role="alert" className="wrap-anywhere text-danger empty:hidden">
            {save.problem}
          </p>
        </div>
      </form>
    </Section>
  );
}

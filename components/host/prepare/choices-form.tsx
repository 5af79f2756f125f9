"use client";

import { useState } from "react";
import type { Wish } from "@/components/boot/change-request";
import { formatBytes } from "@/components/formats/numbers";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import { SelectField } from "@/components/ui/form/select-field";
import { hasAcsOverride } from "@/server/host/checks/acs-kernels.schema";
import type { JudgedReport } from "@/server/pci/schema";
import { ChoiceGroup } from "./choice-group";
import { type AcsOverride, switchesOf, toggled } from "./choices";
import { ChosenChecks } from "./chosen-checks";
import { IsolatedCpus } from "./isolated-cpus";
import { ReservableCards } from "./reservable-cards";
import type { Draft } from "./use-draft";

interface ChoicesFormProps {
  hostId: string;
  report: JudgedReport;
  draft: Draft;
  onAsk(wish: Wish, way: "at-once" | "trial"): void;
}

const overrides: readonly { value: AcsOverride; label: string }[] = [
  { value: "", label: "As it is" },
  { value: "downstream", label: "Split at switches and root ports (downstream)" },
  {
    value: "downstream,multifunction",
    label: "Split functions of a card as well (downstream, multifunction)",
  },
];

/** Chooses changes of how the host starts; their plan is shown before anything happens. */
export function ChoicesForm({ hostId, report, draft, onAsk }: ChoicesFormProps) {
  const { choices, change, wish } = draft;
  const [isTrial, setTrial] = useState(false);
  return (
    <form
      className="flex flex-col gap-5 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (wish !== null) onAsk(wish, isTrial ? "trial" : "at-once");
      }}
    >
      <ChosenChecks report={report} draft={draft} />
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        <ChoiceGroup id="prepare-parameters" title="IOMMU and framebuffer">
          {switchesOf(report).map(({ parameter, label, note, now }) => (
            <CheckField
              key={parameter}
              label={label}
              note={
                <>
                  <span className="font-mono">{parameter}</span>. {note}
                </>
              }
              checked={now !== choices.switched.includes(parameter)}
              onChange={() => change({ switched: toggled(choices.switched, parameter) })}
            />
          ))}
        </ChoiceGroup>
        <ChoiceGroup id="prepare-cards" title="Reserve cards for VMs at every start">
          <ReservableCards
            hostId={hostId}
            report={report}
            chosen={choices.cards}
            onChange={(cards) => change({ cards })}
          />
        </ChoiceGroup>
        <ChoiceGroup id="prepare-pages" title="Huge pages">
          <div className="grid grid-cols-2 gap-3">
            <SelectField
              label="Size"
              value={choices.pageSize}
              choices={[
                { value: "1G", label: "1 GiB" },
                { value: "2M", label: "2 MiB" },
              ]}
              onChange={(pageSize) => change({ pageSize })}
            />
            <OptionalNumberField
              label="Pages"
              min={0}
              value={choices.pages}
              note={`Empty: as it is. The host has ${formatBytes(report.host.memoryBytes)}.`}
              onChange={(pages) => change({ pages })}
            />
          </div>
        </ChoiceGroup>
        <ChoiceGroup id="prepare-cpus" title="CPUs and groups">
          <IsolatedCpus
            hostId={hostId}
            isolated={choices.isolated}
            onChange={(isolated) => change({ isolated })}
          />
          {hasAcsOverride(report.host.kernel) ? (
            <SelectField
              label="Split IOMMU groups (ACS override)"
              value={choices.acsOverride}
              choices={overrides}
              note="The kernel then takes for separate what the hardware does not keep apart: a VM with such a device can read and change the memory of other VMs and of the host. For VMs that you trust alone."
              onChange={(acsOverride) => change({ acsOverride })}
            />
          ) : null}
          <SelectField
            label="What the host starts"
            value={choices.target}
            choices={[
              { value: "", label: "As it is" },
              { value: "multi-user", label: "No desktop (multi-user.target)" },
              { value: "graphical", label: "A desktop (graphical.target)" },
            ]}
            note="Without a desktop the host’s only GPU is free for a VM. It is told who is signed in there."
            onChange={(target) => change({ target })}
          />
        </ChoiceGroup>
      </div>
      <CheckField
        label="Try it at one start first"
        note="The way in which the host starts now stays the default: if it hangs, a reset brings it back. Keep the change once the host is there."
        checked={isTrial}
        onChange={setTrial}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" disabled={wish === null}>
          Show the plan
        </Button>
        {wish === null ? <p className="text-muted text-sm">Nothing is chosen yet.</p> : null}
      </div>
    </form>
  );
}

"use client";

import { useState } from "react";
import { api } from "@/components/data/api";
import { useAction } from "@/components/data/use-action";
import { verdictLooks } from "@/components/device/verdict-look";
import { CheckField } from "@/components/ui/form/check-field";
import { FormDialog } from "@/components/ui/form/form-dialog";
import { TextField } from "@/components/ui/form/text-field";
import type { NamedDeviceView } from "@/server/pci/named/named-device.schema";
import type { JudgedDevice, JudgedReport } from "@/server/pci/schema";
import { leadsOf, modelsOf } from "./leads";

export interface NamedDialogProps {
  hostId: string;
  report: JudgedReport;
  /** null of a new one. */
  device: NamedDeviceView | null;
  onClose(): void;
}

/** Gives cards a name, or changes which cards a name stands for. */
export default function NamedDialog({ hostId, report, device, onClose }: NamedDialogProps) {
  const leads = leadsOf(report);
  const present = device?.members.filter(({ verdict }) => verdict !== null) ?? [];
  const absent = device?.members.filter(({ verdict }) => verdict === null) ?? [];
  const [name, setName] = useState(device?.name ?? "");
  const [note, setNote] = useState(device?.note ?? "");
  const [cards, setCards] = useState<readonly string[]>(present.map(({ now }) => now));
  const [kept, setKept] = useState<readonly string[]>(absent.map(({ address }) => address));
  const add = useAction(api.named.add.mutationOptions(), onClose);
  const change = useAction(api.named.change.mutationOptions(), onClose);
  const parts = { hostId, name, note, cards: [...cards] };
  const [tried, setTried] = useState(false);
  const isNone = cards.length + kept.length === 0;
  const submit = () => {
    setTried(true);
    if (isNone) return;
    if (device === null) add.run(parts);
    else change.run({ ...parts, kept: [...kept] });
  };
  return (
    <FormDialog
      title={device === null ? "New named device" : `Change ${device.name}`}
      description="A VM that asks for the name gets a free one of these cards at each start, those first that are reserved for VMs already."
      label={device === null ? "Add" : "Save"}
      call={device === null ? add : change}
      onSubmit={submit}
      onClose={onClose}
    >
      {device === null ? (
        <TextField
          label="Name"
          placeholder="Any RTX 4090"
          note="It stays as it is: VMs ask for it."
          required
          maxLength={64}
          value={name}
          onChange={setName}
        />
      ) : null}
      <TextField label="Note" maxLength={200} value={note} onChange={setNote} />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium">Cards</legend>
        <p role="alert" className="text-danger text-sm empty:hidden">
          {tried && isNone ? "A name stands for one card at least. Choose one." : null}
        </p>
        {modelsOf(leads).map(({ label, addresses }) => (
          <CheckField
            key={label}
            label={`All ${addresses.length} ${label}`}
            checked={addresses.every((address) => cards.includes(address))}
            onChange={(all) => setCards((before) => toggled(before, addresses, all))}
          />
        ))}
        {leads.map((lead) => (
          <CheckField
            key={lead.address}
            label={lead.product}
            note={noteOf(lead)}
            checked={cards.includes(lead.address)}
            onChange={(isIn) => setCards((before) => toggled(before, [lead.address], isIn))}
          />
        ))}
        {absent.map(({ address, label, problem }) => (
          <CheckField
            key={address}
            label={`Keep ${label}`}
            note={problem}
            checked={kept.includes(address)}
            onChange={(isIn) => setKept((before) => toggled(before, [address], isIn))}
          />
        ))}
      </fieldset>
    </FormDialog>
  );
}

function toggled(before: readonly string[], addresses: readonly string[], isIn: boolean): string[] {
  const others = before.filter((one) => !addresses.includes(one));
  return isIn ? [...others, ...addresses] : others;
}

/** "0000:01:00.0 · 10de:2684 · Bindable" */
function noteOf({ address, vendorId, deviceId, serialNumber, verdict }: JudgedDevice): string {
  const parts = [address, `${vendorId}:${deviceId}`, serialNumber, verdictLooks[verdict.status].word];
  return parts.filter((part) => part !== null).join(" · ");
}

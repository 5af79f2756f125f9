"use client";

import { Section } from "@/components/ui/form/section";
import { replaced } from "../../state/lists";
import { needsOf } from "../../state/needs";
import { useDraft, useWizard } from "../../wizard-context";
import { CardPicker } from "../cards/card-picker";
import { isDisplayCard, useHostCards } from "../cards/use-host-cards";
import { NetworkField } from "../network/network-field";
import { IsoField } from "../storage/iso-field";

/** What the preset needs besides the source, and only the user can say: a GPU, a bridge, the CD with drivers. */
export default function NeedsSection() {
  const { wizard } = useWizard();
  const { preset } = wizard.preset;
  return (
    <Section title={`For “${"title" in preset ? preset.title : preset.name}”`}>
      {needsOf(wizard).map(({ kind, title, reason }) => (
        <div key={kind} className="flex flex-col gap-2">
          <div>
            <h3 className="font-medium">{title}</h3>
            <p className="text-muted text-sm">{reason}</p>
          </div>
          {kind === "display-card" ? <GpuNeed /> : null}
          {kind === "bridge" ? <BridgeNeed /> : null}
          {kind === "virtio-win" ? <DriverCdNeed /> : null}
        </div>
      ))}
    </Section>
  );
}

function GpuNeed() {
  const { hostId } = useWizard();
  const cards = (useHostCards(hostId) ?? []).filter(isDisplayCard);
  return cards.length === 0 ? (
    <p>This host has no GPU that could be reserved for VMs.</p>
  ) : (
    <CardPicker cards={cards} />
  );
}

function BridgeNeed() {
  const [{ networks }, change] = useDraft();
  const [first] = networks;
  if (first === undefined) return <p>The VM has no NIC. Add one in the Network step.</p>;
  return (
    <div className="max-w-96">
      <NetworkField
        index={0}
        label="NIC 1"
        source={first.source}
        onChange={(source) => change({ networks: replaced(networks, 0, { ...first, source }) })}
      />
    </div>
  );
}

function DriverCdNeed() {
  const [{ opticalDrives }, change] = useDraft();
  const second = opticalDrives[1] ?? { source: null, bus: null, bootOrder: null };
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
      <IsoField
        label="virtio-win CD"
        path={["opticalDrives", 1, "source"]}
        source={second.source}
        onChange={(source) => {
          const [first] = opticalDrives;
          const drives = source === null ? [] : [{ ...second, source }];
          change({
            opticalDrives: [...(first === undefined ? [] : [first]), ...drives, ...opticalDrives.slice(2)],
          });
        }}
      />
    </div>
  );
}

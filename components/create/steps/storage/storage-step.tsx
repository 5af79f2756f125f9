"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import { Columns, Section } from "@/components/ui/form/section";
import { diskSchema } from "@/server/create/specification/disk.schema";
import { removed, replaced } from "../../state/lists";
import { newVolume } from "../../state/room";
import { useDraft, useWizard } from "../../wizard-context";
import { DiskCard } from "./disk-card";
import { IsoField } from "./iso-field";

/** The VM's disks and CD drives. */
export default function StorageStep() {
  const { choices } = useWizard();
  const [vm, change] = useDraft();
  const { disks } = vm;
  const add = () => {
    const source = newVolume(choices, vm.name, disks.length);
    const like = disks[0] ?? {};
    change({
      disks: [
        ...disks,
        diskSchema.parse({ ...like, source, bootOrder: null, serial: null, readOnly: false }),
      ],
    });
  };
  return (
    <>
      {disks.map((disk, index) => (
        <DiskCard
          // biome-ignore lint/suspicious/noArrayIndexKey: disks have nothing else that stays while they are typed
          key={index}
          index={index}
          disk={disk}
          onChange={(changed) => change({ disks: replaced(disks, index, changed) })}
          onRemove={() => change({ disks: removed(disks, index) })}
        />
      ))}
      {disks.length === 0 ? (
        <p className="text-muted">The VM has no disk: nothing is kept when it is powered off.</p>
      ) : null}
      <Button className="self-start" onClick={add}>
        <Plus aria-hidden />
        Add disk
      </Button>
      <OpticalDrives />
    </>
  );
}

function OpticalDrives() {
  const [{ opticalDrives }, change] = useDraft();
  const set = (drives: typeof opticalDrives) => change({ opticalDrives: drives });
  return (
    <Section
      title="CD/DVD drives"
      path={["opticalDrives"]}
      aside={
        opticalDrives.length < 4 ? (
          <Button
            size="sm"
            onClick={() => set([...opticalDrives, { source: null, bus: null, bootOrder: null }])}
          >
            <Plus aria-hidden />
            Add CD/DVD drive
          </Button>
        ) : undefined
      }
    >
      {opticalDrives.length === 0 ? <p className="text-muted">The VM has no CD/DVD drive.</p> : null}
      {opticalDrives.map((drive, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drives have nothing else that stays
        <div key={index} className="flex items-start gap-3">
          <div className="min-w-0 flex-1">
            <Columns>
              <IsoField
                label={`CD ${index + 1}`}
                path={["opticalDrives", index, "source"]}
                source={drive.source}
                onChange={(source) => set(replaced(opticalDrives, index, { ...drive, source }))}
              />
              <OptionalNumberField
                label="Boot order"
                path={["opticalDrives", index, "bootOrder"]}
                min={1}
                value={drive.bootOrder}
                onChange={(bootOrder) => set(replaced(opticalDrives, index, { ...drive, bootOrder }))}
              />
            </Columns>
          </div>
          <Button
            variant="ghost"
            size="icon"
            className="mt-6"
            aria-label={`Remove CD/DVD drive ${index + 1}`}
            onClick={() => set(removed(opticalDrives, index))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
    </Section>
  );
}

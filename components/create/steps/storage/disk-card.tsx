"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/form/check-field";
import { OptionalNumberField } from "@/components/ui/form/number-field";
import { Columns, Section } from "@/components/ui/form/section";
import { SelectField } from "@/components/ui/form/select-field";
import { TextField } from "@/components/ui/form/text-field";
import type { DiskSpecification } from "@/server/create/specification/disk.schema";
import { useWizard } from "../../wizard-context";
import { DiskSourceFields } from "./disk-source-fields";

const buses = [
  { value: "virtio", label: "virtio (fastest)" },
  { value: "scsi", label: "SCSI (virtio-scsi)" },
  { value: "sata", label: "SATA (no extra driver)" },
  { value: "ide", label: "IDE (i440fx only)" },
  { value: "usb", label: "USB" },
] as const;

const caches = (["default", "none", "writethrough", "writeback", "directsync", "unsafe"] as const).map(
  (value) => ({ value, label: value }),
);
const ios = (["default", "threads", "native", "io_uring"] as const).map((value) => ({ value, label: value }));
const discards = [
  { value: "default", label: "default" },
  { value: "unmap", label: "unmap (return freed space)" },
  { value: "ignore", label: "ignore" },
] as const;

interface DiskCardProps {
  index: number;
  disk: DiskSpecification;
  onChange(disk: DiskSpecification): void;
  onRemove(): void;
}

/** One disk: where its content is, and how the guest gets at it. */
export function DiskCard({ index, disk, onChange, onRemove }: DiskCardProps) {
  const { choices } = useWizard();
  const edit = (part: Partial<DiskSpecification>) => onChange({ ...disk, ...part });
  const path = (part: keyof DiskSpecification) => ["disks", index, part];
  return (
    <Section
      title={`Disk ${index + 1}`}
      path={["disks", index]}
      aside={
        <Button variant="ghost" size="sm" aria-label={`Remove disk ${index + 1}`} onClick={onRemove}>
          <X aria-hidden />
          Remove
        </Button>
      }
    >
      <Columns>
        <DiskSourceFields index={index} source={disk.source} onChange={(source) => edit({ source })} />
        <SelectField
          label="Bus"
          path={path("bus")}
          value={disk.bus}
          choices={buses}
          onChange={(bus) => edit(bus === "virtio" ? { bus } : { bus, iothread: null })}
        />
      </Columns>
      <details className="rounded-lg border border-border">
        <summary className="cursor-pointer px-3 py-2 font-medium">
          Cache, I/O, boot order{" "}
          <span className="font-normal text-muted">
            cache {disk.cache}, I/O {disk.io}
            {disk.iothread === null ? "" : `, I/O thread ${disk.iothread}`}
          </span>
        </summary>
        <div className="flex flex-col gap-4 border-border border-t px-3 py-3">
          <Columns>
            <SelectField
              label="Cache mode"
              path={path("cache")}
              value={disk.cache}
              choices={caches}
              onChange={(cache) => edit({ cache })}
            />
            <SelectField
              label="I/O mode"
              path={path("io")}
              value={disk.io}
              choices={ios}
              onChange={(io) => edit({ io })}
            />
            <SelectField
              label="Discard mode"
              value={disk.discard}
              choices={discards}
              onChange={(discard) => edit({ discard })}
            />
            <OptionalNumberField
              label="I/O thread"
              note="A number from 1. Leave empty for QEMU’s main loop."
              path={path("iothread")}
              min={1}
              max={choices.grant === null ? 64 : 1}
              value={disk.iothread}
              onChange={(iothread) => edit({ iothread })}
            />
            <OptionalNumberField
              label="Boot order"
              note="If empty everywhere: disks, then CDs."
              path={path("bootOrder")}
              min={1}
              value={disk.bootOrder}
              onChange={(bootOrder) => edit({ bootOrder })}
            />
            <TextField
              mono
              label="Serial number"
              path={path("serial")}
              value={disk.serial ?? ""}
              onChange={(serial) => edit({ serial: serial === "" ? null : serial })}
            />
          </Columns>
          {choices.grant === null ? (
            <CheckField
              label="Read-only"
              note="The guest can’t write to it."
              checked={disk.readOnly}
              onChange={(readOnly) => edit({ readOnly })}
            />
          ) : null}
        </div>
      </details>
    </Section>
  );
}

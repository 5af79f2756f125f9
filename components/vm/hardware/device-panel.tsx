"use client";

import { Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { useRights, vmObject } from "@/components/data/use-rights";
import { Button } from "@/components/ui/button";
import { XmlView } from "@/components/ui/xml/xml-view";
import { deviceForm } from "@/server/domain/devices/device-forms.schema";
import type { DeviceView } from "@/server/domain/hardware/hardware.schema";
import { HardwareForm } from "./form/hardware-form";
import { useHardwareRoom } from "./hardware-context";
import { PanelHeader } from "./panel-header";
import { titleOf } from "./parts";

const MediumPanel = lazy(() => import("./medium-panel"));

/** A device: its form, or its XML where there is none, and the way to remove it. */
export function DevicePanel({ device }: { device: DeviceView }) {
  const { vm } = useHardwareRoom();
  const mayNot = useRights(vmObject(vm));
  const form = device.kind === null ? null : deviceForm(device.kind);
  const name = [titleOf(device), device.name].filter((word) => word !== null).join(" ");
  const isGone = device.waiting === "removed";
  const isDrive = device.kind === "drive" && device.values.device === "cdrom";
  const mayInsert = vm.persistent && mayNot("hardware.run") !== null && mayNot("hardware.runMedium") === null;
  return (
    <>
      <PanelHeader
        title={name}
        note={form?.note ?? "Passdeck has no form for it; its XML can be edited."}
        waiting={device.waiting}
      />
      {device.problem === null ? null : (
        <p role="alert" className="px-4 pt-3 text-danger">
          {device.problem}
        </p>
      )}
      <Suspense>{isDrive && mayInsert ? <MediumPanel values={device.values} /> : null}</Suspense>
      {form === null || isGone ? (
        <div className="flex flex-col gap-4 px-4 py-4">
          <XmlView xml={device.xml} label={`XML of ${name}`} />
          {isGone ? null : <RemoveButton device={device} name={name} />}
        </div>
      ) : (
        <HardwareForm
          key={device.key}
          subject={device.key}
          name={name}
          fields={form.fields}
          values={device.values}
          check={form.check}
          aside={<RemoveButton device={device} name={name} />}
        />
      )}
    </>
  );
}

function RemoveButton({ device: { key, digest, fixed }, name }: { device: DeviceView; name: string }) {
  const { readOnly, propose } = useHardwareRoom();
  if (fixed !== null) return <p className="max-w-prose text-muted text-sm">{fixed}</p>;
  return (
    <Button
      disabled={readOnly !== null}
      onClick={() => propose(`Remove ${name}`, { act: "remove", key, digest })}
    >
      <Trash2 aria-hidden />
      Remove…
    </Button>
  );
}

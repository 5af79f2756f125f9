"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { BootOrder, DeviceView } from "@/server/domain/hardware/hardware.schema";
import { useHardwareRoom } from "../hardware-context";
import { PanelHeader } from "../panel-header";
import { detailOf, titleOf } from "../parts";
import { BootEntry } from "./boot-entry";
import { moved } from "./reorder";

/** What the VM boots from, in the order in which it tries: moved by dragging, by the arrows, or by keys. */
export function BootPanel({ boot, devices }: { boot: BootOrder; devices: readonly DeviceView[] }) {
  const { readOnly, propose } = useHardwareRoom();
  const [asked, setAsked] = useState<string[] | null>(null);
  const [said, setSaid] = useState("");
  const known = [...boot.order, ...boot.others];
  const order = (asked ?? boot.order).filter((key) => known.includes(key));
  const others = known.filter((key) => !order.includes(key));
  const changed = order.join("\n") !== boot.order.join("\n");
  const nameOf = (key: string) => {
    const device = devices.find((one) => one.key === key);
    return device === undefined ? key : [titleOf(device), detailOf(device)].filter(Boolean).join(" ");
  };
  const move = (from: number, to: number) => {
    setAsked(moved(order, from, to));
    const key = order[from];
    if (key !== undefined && to >= 0 && to < order.length)
      setSaid(`${nameOf(key)} is number ${to + 1} of ${order.length}`);
  };
  return (
    <>
      <PanelHeader
        title="Boot order"
        note="Tried from the first on. Drag an entry, use its arrows, or Alt with the arrow keys."
        waiting={null}
      />
      <div className="flex flex-col gap-4 px-4 py-4">
        {order.length === 0 ? (
          <p className="text-muted">Nothing is named: the firmware chooses. Add what it is to boot from.</p>
        ) : (
          <ol aria-label="Boot order" className="flex flex-col gap-1.5">
            {order.map((key, index) => (
              <BootEntry
                key={key}
                name={nameOf(key)}
                index={index}
                count={order.length}
                disabled={readOnly !== null}
                onMove={(to) => move(index, to)}
                onDrop={(from) => move(from, index)}
                onRemove={() => setAsked(order.filter((one) => one !== key))}
              />
            ))}
          </ol>
        )}
        {others.length === 0 ? null : (
          <section aria-label="Not booted from" className="flex flex-col gap-1.5">
            <h3 className="font-medium text-muted text-sm">Not booted from</h3>
            <ul className="flex flex-col gap-1.5">
              {others.map((key) => (
                <li
                  key={key}
                  className="flex items-center gap-2 rounded-md border border-border border-dashed px-3 py-1.5"
                >
                  <span className="wrap-anywhere min-w-0 flex-1">{nameOf(key)}</span>
                  <Button
                    size="sm"
                    disabled={readOnly !== null}
                    aria-label={`Boot from ${nameOf(key)}`}
                    onClick={() => setAsked([...order, key])}
                  >
                    <Plus aria-hidden />
                    Add
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p role="status" className="sr-only">
          {said}
        </p>
        <div className="flex flex-wrap items-center justify-end gap-2 border-border border-t pt-3">
          {readOnly === null ? null : <p className="mr-auto text-muted text-sm">{readOnly}</p>}
          {changed ? <Button onClick={() => setAsked(null)}>Reset</Button> : null}
          <Button
            variant="primary"
            disabled={!changed || readOnly !== null}
            onClick={() => propose("Change the boot order", { act: "boot", from: boot.order, to: order })}
          >
            Apply…
          </Button>
        </div>
      </div>
    </>
  );
}

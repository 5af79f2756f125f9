"use client";

import { Wand } from "lucide-react";
import { useState } from "react";
import { cpuSetOf, cpusIn } from "@/components/cpu/cpu-set";
import { HostCpusView } from "@/components/cpu/host-cpus-view";
import { suggestPins } from "@/components/cpu/suggest-pins";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Field, Values } from "@/server/domain/fields/field.schema";
import { useHardwareRoom } from "../hardware-context";

export interface PinPictureProps {
  fields: readonly Field[];
  shown: Values;
  /** The CPU's settings: how many vCPUs there are, and their threads. */
  cpu: Values;
  onSet(values: Values): void;
}

/** The host's CPUs: what is chosen above is pinned by pressing them. */
export function PinPicture({ fields, shown, cpu, onSet }: PinPictureProps) {
  const { choices, readOnly } = useHardwareRoom();
  const [chosen, setChosen] = useState(fields[0]?.name ?? "");
  const host = choices?.cpus ?? null;
  if (host === null || readOnly !== null) return null;
  const cpusOf = (name: string) => cpusIn(shown[name] ?? "");
  const toggle = (thread: number) => {
    const now = cpusOf(chosen);
    const next = now.includes(thread) ? now.filter((one) => one !== thread) : [...now, thread];
    onSet({ [chosen]: cpuSetOf(next) || null });
  };
  const threads = Number(cpu.threads ?? 1);
  const suggested = suggestPins({ sockets: 1, cores: Number(cpu.vcpus ?? 1) / threads, threads }, host);
  return (
    <section aria-label="CPUs of the host" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <label htmlFor="pinned" className="font-medium">
          Pin
        </label>
        <Select id="pinned" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          {fields.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
        <span className="text-muted">Click host CPUs, or enter them below.</span>
        <span className="ml-auto flex gap-2">
          <Button size="sm" onClick={() => onSet(Object.fromEntries(fields.map(({ name }) => [name, null])))}>
            Unpin all
          </Button>
          <Button
            size="sm"
            disabled={suggested === null}
            onClick={() => (suggested === null ? undefined : onSet(valuesOf(suggested)))}
          >
            <Wand aria-hidden />
            Pin each to a core
          </Button>
        </span>
      </div>
      <HostCpusView
        host={host}
        pinned={cpusOf(chosen)}
        usersOf={(thread) =>
          fields.filter(({ name }) => cpusOf(name).includes(thread)).map(({ label }) => label)
        }
        onToggle={toggle}
      />
    </section>
  );
}

function valuesOf({ pins, emulatorCpus }: NonNullable<ReturnType<typeof suggestPins>>): Values {
  const each = pins.map(({ vcpu, cpus }) => [`vcpu-${vcpu}`, cpus]);
  return { ...Object.fromEntries(each), emulator: emulatorCpus };
}

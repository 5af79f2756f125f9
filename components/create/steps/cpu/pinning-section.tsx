"use client";

import { Wand } from "lucide-react";
import { useState } from "react";
import { cpuSetOf } from "@/components/cpu/cpu-set";
import { HostCpusView } from "@/components/cpu/host-cpus-view";
import { suggestPins } from "@/components/cpu/suggest-pins";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { useFormProblems } from "@/components/ui/form/form-problems";
import { ProblemList } from "@/components/ui/form/problem-list";
import { problemsBelow } from "@/components/ui/form/problems";
import { Section } from "@/components/ui/form/section";
import { nodeOfCards } from "../../state/node-of-cards";
import { useDraft, useWizard } from "../../wizard-context";
import { cpusOf, type PinTarget, pinTargets, targetKey, targetName, withCpus } from "./pin-target";

/** Which CPUs of the host each vCPU runs on, chosen in a picture of them. */
export function PinningSection() {
  const { choices } = useWizard();
  const [vm, change] = useDraft();
  const problems = useFormProblems();
  const [chosen, setChosen] = useState("vcpu 0");
  const { cpu } = vm;
  const iothreads = Math.max(0, ...vm.disks.map(({ iothread }) => iothread ?? 0));
  const targets = pinTargets(cpu, iothreads);
  const target = targets.find((one) => targetKey(one) === chosen) ?? targets[0];
  const host = choices.cpus;
  if (host === null || target === undefined) return null;
  const suggested = suggestPins(cpu, host, nodeOfCards(vm.cards, choices));
  const pinned = cpusOf(cpu, target);
  const toggle = (thread: number) => {
    const cpus = pinned.includes(thread) ? pinned.filter((one) => one !== thread) : [...pinned, thread];
    change({ cpu: withCpus(cpu, target, cpus) });
  };
  return (
    <Section
      title="CPU pinning"
      aside={
        <span className="flex gap-2">
          {cpu.pins.length > 0 || cpu.emulatorCpus !== null || cpu.iothreadPins.length > 0 ? (
            <Button
              size="sm"
              onClick={() => change({ cpu: { ...cpu, pins: [], emulatorCpus: null, iothreadPins: [] } })}
            >
              Unpin all
            </Button>
          ) : null}
          <Button
            size="sm"
            disabled={suggested === null}
            onClick={() => change({ cpu: { ...cpu, ...suggested } })}
          >
            <Wand aria-hidden />
            Pin automatically
          </Button>
        </span>
      }
    >
      <ProblemList
        problems={[
          ...problemsBelow(problems, ["cpu", "pins"]),
          ...problemsBelow(problems, ["cpu", "emulatorCpus"]),
          ...problemsBelow(problems, ["cpu", "iothreadPins"]),
        ]}
      />
      <p className="text-muted">
        Pinning a vCPU to host CPUs keeps its cache warm and its latency even. Choose what to pin, then click
        host CPUs.
      </p>
      <TargetChoice
        targets={targets}
        chosen={targetKey(target)}
        setOf={(one) => cpuSetOf(cpusOf(cpu, one))}
        onChoose={setChosen}
      />
      <HostCpusView
        host={host}
        pinned={pinned}
        usersOf={(thread) => targets.filter((one) => cpusOf(cpu, one).includes(thread)).map(targetName)}
        onToggle={toggle}
      />
    </Section>
  );
}

interface TargetChoiceProps {
  targets: readonly PinTarget[];
  chosen: string;
  setOf(target: PinTarget): string;
  onChoose(key: string): void;
}

function TargetChoice({ targets, chosen, setOf, onChoose }: TargetChoiceProps) {
  return (
    <fieldset className="flex max-h-48 flex-wrap gap-1.5 overflow-y-auto">
      <legend className="sr-only">What to pin</legend>
      {targets.map((target) => {
        const key = targetKey(target);
        return (
          <label
            key={key}
            className={classNames(
              "relative flex h-7 items-center gap-1.5 rounded-md border px-2 text-sm has-focus-visible:outline-2 has-focus-visible:outline-ring",
              key === chosen
                ? "border-accent bg-accent/10 font-medium"
                : "border-border hover:bg-foreground/5",
            )}
          >
            <input
              type="radio"
              name="pin-target"
              className="absolute inset-0 size-full cursor-pointer opacity-0"
              checked={key === chosen}
              onChange={() => onChoose(key)}
            />
            {targetName(target)}
            <span className="font-mono text-muted">{setOf(target) || "any"}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

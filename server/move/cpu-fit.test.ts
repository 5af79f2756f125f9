import { expect, test } from "vitest";
import type { Connection } from "../libvirt/connection";
import { errorNumber } from "../libvirt/protocol/constants.gen";
import { refusal } from "../libvirt/testing/refusal";
import { cpuFit } from "./cpu-fit";

/** A host of those CPUs: two kinds of processor can't be had in one machine. */
function hostOf(model: string, refused: string | null = null): Pick<Connection, "call"> {
  const answers: Record<string, () => unknown> = {
    connect_get_domain_capabilities: () => ({
      capabilities: `<domainCapabilities><cpu><mode name='host-model' supported='yes'>${model}</mode></cpu></domainCapabilities>`,
    }),
    connect_baseline_hypervisor_cpu: () => ({ cpu: "<cpu><model>Nehalem</model></cpu>" }),
    connect_compare_hypervisor_cpu: () => {
      if (refused === null) return { result: 2 };
      throw refusal(errorNumber.CPU_INCOMPATIBLE, refused);
    },
  };
  return { call: (name: string) => Promise.resolve().then(answers[name]) } as never;
}

const xmlWith = (cpu: string) =>
  `<domain type='kvm'><os><type arch='x86_64' machine='pc-q35-7.2'>hvm</type></os>${cpu}<devices/></domain>`;
const named = xmlWith("<cpu mode='custom'><model>Skylake-Server</model></cpu>");
const passed = xmlWith("<cpu mode='host-passthrough'/>");
const [intel, amd] = ["<model>Skylake-Server</model>", "<model>EPYC</model>"];

test("a named model is asked of the target, and where it can't, for one that both have", async () => {
  const here = hostOf(intel);
  expect(await cpuFit({ here, there: hostOf(intel) }, named)).toEqual({
    problem: null,
    commonModel: null,
    isUnlike: false,
  });
  expect(await cpuFit({ here, there: hostOf(amd, "missing features: pcid") }, named)).toEqual({
    problem: "missing features: pcid",
    commonModel: "Nehalem",
    isUnlike: false,
  });
});

test("the host's own CPU goes to a host of the same, and another or an unknown one is told", async () => {
  const unlikeness = async (there: string) =>
    (await cpuFit({ here: hostOf(intel), there: hostOf(there) }, passed)).isUnlike;
  expect(await unlikeness(intel)).toBe(false);
  expect(await unlikeness(amd)).toBe(true);
  expect(await unlikeness("")).toBe(null);
});

import type { PlannedStep } from "../../plan.schema";
import { cpuSetText } from "../../units/cpu-set.schema";
import type { LiveChange, LivePin } from "./hardware-input.schema";

/** What is done to the running machine, as a step of a plan: the commands that would do the same. */
export function liveWords(vmName: string, change: LiveChange): PlannedStep {
  switch (change.act) {
    case "attach":
      return {
        title: `Plug it into ${vmName}, which is on`,
        effect: `virsh attach-device ${vmName} DEVICE.xml --live, with\n${change.xml}`,
        risk: null,
        undo: `virsh detach-device-alias ${vmName} ALIAS --live`,
      };
    case "detach":
      return {
        title: `Unplug it from ${vmName}, which is on`,
        effect: `virsh detach-device-alias ${vmName} ${change.alias} --live, which is\n${change.xml}`,
        risk: "The guest loses the device at once; what it was doing with it is cut off.",
        undo: `virsh attach-device ${vmName} DEVICE.xml --live`,
      };
    case "update":
      return {
        title: `Change it in ${vmName}, which is on`,
        effect: `virsh update-device ${vmName} DEVICE.xml --live, with\n${change.xml}`,
        risk: null,
        undo: `virsh update-device ${vmName} DEVICE.xml --live, with\n${change.before}`,
      };
    case "vcpus":
      return {
        title: `Give ${vmName}, which is on, ${change.count} vCPUs`,
        effect: `virsh setvcpus ${vmName} ${change.count} --live`,
        risk: null,
        undo: `virsh setvcpus ${vmName} ${change.before} --live`,
      };
    case "memory":
      return {
        title: `Give ${vmName}, which is on, another amount of memory by its balloon`,
        effect: `virsh setmem ${vmName} ${change.kibibytes} --live`,
        risk: null,
        undo: `virsh setmem ${vmName} ${change.before} --live`,
      };
    case "pins":
      return {
        title: `Pin the threads of ${vmName}, which is on`,
        effect: change.pins.map((pin) => pinCommand(vmName, pin, pin.cpus)).join("\n"),
        risk: null,
        undo: change.pins.map((pin) => pinCommand(vmName, pin, pin.before)).join("\n"),
      };
  }
}

function pinCommand(vmName: string, { of, number }: LivePin, cpus: readonly number[]): string {
  const set = cpuSetText(cpus);
  if (of === "emulator") return `virsh emulatorpin ${vmName} ${set} --live`;
  return `virsh ${of === "vcpu" ? "vcpupin" : "iothreadpin"} ${vmName} ${number} ${set} --live`;
}

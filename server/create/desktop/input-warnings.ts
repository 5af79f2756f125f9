import { grabKeyWords } from "../../domain/devices/input/grab-keys.schema";
import type { PartWarnings } from "./desktop-facts";

/** What it means that a VM reads the host's keyboards and mice. */
export const inputWarnings: PartWarnings = ({ inputs }, { vmName, host }) => {
  if (inputs === null) return [];
  const known = host?.inputs ?? null;
  const keyboards = inputs.devices.filter(({ keyboard }) => keyboard);
  const missing = inputs.devices.filter(
    ({ path }) => known !== null && !known.some((one) => one.path === path),
  );
  const unstable = inputs.devices.filter(({ path }) => path.startsWith("/dev/input/event"));
  return [
    ...(keyboards.length === 0
      ? ["There is no keyboard among the input devices, so no keys switch them between host and VM."]
      : [
          `While ${vmName} has keyboard and mouse, the host can't be used by them. ${grabKeyWords[inputs.toggle]}, pressed together, switches to and fro. Keep another way to the host, such as ssh: a VM that hangs keeps them.`,
        ]),
    ...(known === null ? ["Which input devices the host has could not be read."] : []),
    ...missing.map(({ path }) => `The host has no ${path} now. Without it ${vmName} does not start.`),
    ...unstable.map(({ path }) => `${path} may be another device after a restart of the host.`),
    ...(host?.lookingGlass.confinement.includes("AppArmor")
      ? [
          "AppArmor confines QEMU on this host. libvirt adds the input devices to the VM's profile; where the VM stops with “Permission denied”, add them to /etc/apparmor.d/local/abstractions/libvirt-qemu.",
        ]
      : []),
  ];
};

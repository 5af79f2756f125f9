import { vmNameSchema } from "../../domain/scalars.schema";
import { AppError } from "../../errors";
import { type ConfLine, isSet, isUnset } from "./conf-line";
import type { ProxmoxDraft, ReadLine } from "./proxmox-draft";

/** Machine, firmware and what identifies the VM. */
export const machineKeys: Readonly<Record<string, ReadLine>> = {
  arch: readArchitecture,
  machine: readMachine,
  bios: readBios,
  efidisk: readVariables,
  tpmstate: readTpm,
  kvm: (draft, line) => {
    if (isUnset(line.takeAll())) draft.vm.domainType = "qemu";
  },
  name: (draft, line) => {
    const name = vmNameSchema.safeParse(line.takeAll());
    if (name.success) draft.vm.name = name.data;
    else draft.note(line, "This can't be a VM's name. Choose one.");
  },
  smbios: (draft, line) => {
    const { value } = line;
    line.takeAll();
    const more = (value ?? "").split(",").some((part) => !/^(uuid|base64)=/.test(part));
    draft.note(
      line,
      `The VM gets a UUID of its own.${more ? " SMBIOS values are not imported. Add them as XML." : ""}`,
    );
  },
};

function readArchitecture(draft: ProxmoxDraft, line: ConfLine) {
  const name = line.takeAll();
  if (name === "aarch64") {
    draft.vm.machine = "virt";
    draft.vm.firmware = { kind: "uefi" };
  } else if (name !== "x86_64") {
    throw new AppError("bad-input", {
      userMessage: `The VM's architecture is ${name}; Passdeck creates VMs of x86_64 and aarch64.`,
    });
  }
}

function readMachine(draft: ProxmoxDraft, line: ConfLine) {
  const type = line.kind ?? line.take("type") ?? "";
  line.take("type");
  if (/^(pc-)?q35/.test(type)) draft.vm.machine = "q35";
  else if (/^virt/.test(type)) draft.vm.machine = "virt";
  else if (type !== "" && !/^pc/.test(type))
    draft.note(line, `Passdeck does not support the machine type ${type}; i440fx is used instead.`);
  if (/\d\.\d/.test(type))
    draft.note(line, "The machine type's version is ignored; libvirt uses the newest.");
  if (line.takeIf("viommu", (name) => name === "intel") !== undefined)
    draft.addDevice(line, "iommu", { model: "intel", intremap: "on", caching: "on", iotlb: null });
  const sleep = (name: string) => line.takeIf(name, (value) => isSet(value) || isUnset(value));
  const [memory, disk] = [sleep("enable-s3"), sleep("enable-s4")];
  if (memory !== undefined) draft.features.suspendToMemory = isSet(memory);
  if (disk !== undefined) draft.features.suspendToDisk = isSet(disk);
}

function readBios(draft: ProxmoxDraft, line: ConfLine) {
  const name = line.takeAll();
  if (name === "ovmf") draft.vm.firmware = { kind: "uefi" };
  else if (name !== "seabios") draft.note(line, `Passdeck does not know the firmware ${name}.`);
}

/** The disk with UEFI's variables. libvirt makes them anew of the firmware's template. */
function readVariables(draft: ProxmoxDraft, line: ConfLine) {
  const secureBoot = isSet(line.look("pre-enrolled-keys"));
  line.takeAll();
  if (draft.vm.firmware?.kind !== "uefi")
    return draft.note(line, "The VM has no UEFI, which it would be for.");
  if (secureBoot && draft.vm.machine === "q35") draft.vm.firmware = { kind: "uefi", secureBoot };
  else if (secureBoot) draft.note(line, "Secure Boot needs the machine type q35; the VM is without it.");
  draft.note(
    line,
    "UEFI's variables are not copied: the VM begins with new ones. Where it does not start, add its boot entry in UEFI's menu.",
  );
}

/** What a TPM holds is in a volume of the other host's. */
function readTpm(draft: ProxmoxDraft, line: ConfLine) {
  const version = line.look("version") ?? "v1.2";
  line.takeAll();
  draft.vm.tpm = { model: "tpm-crb" };
  draft.note(line, "The VM gets a new, empty TPM. Have BitLocker's recovery key at hand.");
  if (version !== "v2.0") draft.note(line, `It is a TPM 2.0, not ${version}.`);
}

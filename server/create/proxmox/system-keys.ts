import { entryOf } from "../qemu-command/entry-of";
import { type ConfLine, isSet, isUnset } from "./conf-line";
import { type ProxmoxDraft, type ReadLine, told, toldUnless } from "./proxmox-draft";

/** The guest's system, and what Proxmox does with a VM rather than what it is. */
export const systemKeys: Readonly<Record<string, ReadLine>> = {
  ostype: readSystem,
  localtime: (draft, line) => {
    draft.clock.offset = isUnset(line.takeAll()) ? "utc" : "localtime";
  },
  agent: (draft, line) => {
    const on = isSet(line.kind) || isSet(line.take("enabled"));
    draft.vm.guestAgent = on;
    if (!on) line.takeAll();
    line.takeIf("type", (type) => type === "virtio");
  },
  onboot: toldUnless(/^0$/, "Turn on Autostart on the VM's page once it is created."),
  autostart: toldUnless(
    /^0$/,
    "libvirt does not start a VM again after a crash by this. Add on_crash as XML.",
  ),
  template: toldUnless(/^0$/, "Mark the VM as a template on its page once it is created."),
  protection: toldUnless(/^0$/, "Passdeck has no protection from deletion."),
  acpi: toldUnless(/^1$/, "The VM has ACPI."),
  reboot: toldUnless(/^1$/, "The VM restarts where its guest does. Add on_reboot as XML."),
  tdf: toldUnless(/^0$/, "Missed ticks are made up for in every VM."),
  freeze: toldUnless(/^0$/, "The VM runs as soon as it is started."),
  tags: told("Add the tags on the VM's page once it is created."),
  vmgenid: toldUnless(/^0$/, "The VM has no generation ID. Add genid as XML."),
  startup: told("The order and delays of starts are not imported."),
  hotplug: told("libvirt decides by the device what can be plugged in while the VM runs."),
  hookscript: told("Scripts are not run by Passdeck. Use libvirt's hooks."),
  startdate: toldUnless(/^now$/, "The VM's clock begins at the host's time."),
  keyboard: told("The viewer's keyboard is used as it is."),
  lock: told("The VM was locked in Proxmox, as by a backup or a move that is still going on."),
  meta: told("This tells only when the VM was made in Proxmox."),
  parent: told("Snapshots are not imported."),
  snaptime: told("Snapshots are not imported."),
  vmstate: told("Snapshots are not imported."),
  digest: (_draft, line) => line.takeAll(),
  "amd-sev": told("Memory encryption is not imported. Add launchSecurity as XML."),
  "intel-tdx": told("Memory encryption is not imported. Add launchSecurity as XML."),
  ...cloudInitKeys(),
};

/** What Proxmox writes onto the cloud-init drive. */
function cloudInitKeys(): Record<string, ReadLine> {
  const keys = ["citype", "ciuser", "cipassword", "ciupgrade", "cicustom", "searchdomain", "nameserver"];
  const reason = "Settings of cloud-init are not imported; a system that has started once has them already.";
  return Object.fromEntries([...keys, "sshkeys", "ipconfig"].map((key) => [key, told(reason)]));
}

const windowsSystems: Readonly<Record<string, string>> = {
  win10: "http://microsoft.com/win/10",
  win11: "http://microsoft.com/win/11",
};
const oldWindows = new Set(["wxp", "w2k", "w2k3"]);
const vistaAndSeven = new Set(["w2k8", "wvista", "win7"]);

/** What Proxmox gives a Windows by itself (PVE::QemuServer::CPUConfig::get_hyperv_enlightenments). */
const hyperv = [
  "relaxed",
  "vapic",
  "spinlocks",
  "vpindex",
  "runtime",
  "synic",
  "stimer",
  "reset",
  "ipi",
] as const;

function readSystem(draft: ProxmoxDraft, line: ConfLine) {
  const name = line.takeAll();
  draft.windows = /^w/.test(name);
  draft.vm.operatingSystem = entryOf(windowsSystems, name) ?? null;
  if (!draft.windows) {
    if (!["other", "l24", "l26", "solaris"].includes(name))
      draft.note(line, `Passdeck does not know the system ${name}.`);
    return;
  }
  draft.clock.offset = "localtime";
  const uefi = draft.vm.firmware?.kind === "uefi";
  if (oldWindows.has(name) || draft.vm.machine === "virt" || (uefi && vistaAndSeven.has(name))) return;
  draft.features.hyperv = [...hyperv];
  draft.clock.hypervClock = true;
}

import { textTable } from "./text-table";

const elsewhere =
  "See on which host it runs, and shut it down there first. A host that lost its power keeps its locks until they run out (sanlock: about two minutes).";

/** What keeps a VM from running twice: QEMU's own locks on images, and libvirt's lock managers (https://libvirt.org/kbase/locking.html). */
export const lockRules = textTable([
  [
    "Lockspace resource '[^'\\n]*' is locked|Failed to acquire lock: (?:Lease is held by another host|error -243)|Lease is held by another host",
    "A disk of this VM is locked: the VM, or another one with this disk, runs on another host.",
    elsewhere,
  ],
  [
    "Failed to connect socket to '[^'\\n]*virtlockd-sock'",
    "The host's lock manager (virtlockd) does not run, so libvirt starts no VM: it could not tell whether one runs elsewhere.",
    "Start it (systemctl start virtlockd.socket). Locks of the VMs that run now are gone until each is started anew.",
  ],
  [
    "Failed to initialize lockspace[^\\n]{0,200}|sanlock daemon (?:is )?not running|Failed to open socket to sanlock daemon",
    "The host's lock manager (sanlock) does not serve, so libvirt starts no VM: it could not tell whether one runs elsewhere.",
    "Start it (systemctl start wdmd sanlock), and see that its lockspace's storage is reached.",
  ],
]);

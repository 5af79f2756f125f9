import { textTable } from "./text-table";

const uuid = "(?<uuid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
const journal =
  "The vendor's own log has the reason: “journalctl -u nvidia-vgpu-mgr” for NVIDIA, the host's kernel log (dmesg) else. The service has to run, and the guest's driver to fit the host's; licence, memory of the profile and VMs that hold it are what it most often complains of.";

/** vGPUs and other mediated devices (src/util/virmdev.c and virhostdev.c of libvirt, hw/vfio of QEMU, NVIDIA's vGPU). */
export const mediatedRules = textTable([
  [
    `vfio (?:/sys/bus/mdev/devices/)?${uuid}: error getting device from group \\d+`,
    "The mediated device (vGPU) {uuid} could not be opened: the driver of the card that it is part of refused to start it.",
    journal,
  ],
  [
    `vfio (?:/sys/bus/mdev/devices/)?${uuid}: no such host device|mediated device '${uuid.replace("<uuid>", "<missing>")}' not found`,
    "The mediated device (vGPU) {uuid}{missing} is not there. One that was made by hand is gone after a reboot of the host.",
    "Make it again, with mdevctl so that it comes back at each start (“mdevctl define --auto”).",
  ],
  [
    "mediated device (?<path>\\S+) is in use by driver \\S+, domain (?<vm>[^\\n]+)",
    "The mediated device (vGPU) {path} is in use by the VM {vm}.",
    "Shut down {vm}, or give this VM another one.",
  ],
  [
    "invalid device API '(?<wanted>[^']+)' for device (?<path>\\S+): device only supports '(?<api>[^']+)'|device API '(?<unknown>[^']+)' not supported yet",
    "A mediated device of this VM is of another kind than its definition says, or than this libvirt knows.",
    "Set its model to what /sys/bus/mdev/devices/…/mdev_type/device_api says (vfio-pci for a vGPU).",
  ],
  [
    `nvidia-vgpu-vfio\\] ${uuid}: (?:start failed|vGPU (?:start|creation) failed)|nvidia-vgpu-mgr(?:\\[\\d+\\])?: error: vmiop`,
    "NVIDIA's driver did not start a mediated device (vGPU) for a VM.",
    "Read “journalctl -u nvidia-vgpu-mgr”, which has the reason: a guest driver that does not fit the host's, a profile that does not fit beside those in use, or a card without a licence for it.",
  ],
  [
    `vfio_region_(?:read|write)\\(${uuid}:region`,
    "The guest can't use the mediated device (vGPU) {uuid}: the driver of the card that it is part of refused it.",
    "Shut the VM down and start it again; the host's driver and the guest's have to fit together. The host's kernel log (dmesg) says more.",
  ],
  [
    `/mdev/devices/${uuid} is already in use`,
    "The mediated device (vGPU) {uuid} is attached to this VM twice, or in use by another.",
    "Take one of both out of the definition, or shut the other VM down.",
  ],
  [
    `(?:vfio |/mdev/devices/)${uuid}[:/]`,
    "The mediated device (vGPU) {uuid} could not be given to the VM.",
    journal,
  ],
  [
    "[Uu]nable to (?:create|define|start) mediated device|mdevctl(?: \\w+)?: |Failed to (?:create|start) mdev",
    "A mediated device (vGPU) could not be made.",
    "Check whether the card offers the type and has instances of it left (mdev_supported_types in its folder below /sys/bus/pci/devices). Cards with SR-IOV need their virtual functions first (NVIDIA: sriov-manage -e).",
  ],
]);

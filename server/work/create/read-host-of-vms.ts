import type { CreateChoices } from "../../create/choices.schema";
import { readGuestCapabilities } from "../../create/host/guest-capabilities";
import type { ExistingVm, HostOfVms } from "../../create/host/host-of-vms";
import { readHostSupplies } from "../../create/host/host-supplies";
import { readLibvirtResources } from "../../create/host/libvirt-resources";
import { deviceAttachments } from "../../fleet/device-attachments";
import type { Fleet } from "../../fleet/fleet";
import type { VmRecord } from "../../fleet/read-vm";
import { isBridge } from "../../pci/device-kind.schema";
import type { JudgedDevice } from "../../pci/schema";
import type { Attachment } from "../../pci/verdict/rule";
import type { ReadReport } from "../host-report/current-host-report";
import type { NamedDevices } from "../named/named-devices";
import { keptForVms } from "../reach/kept-files";

type DeviceChoice = NonNullable<CreateChoices["devices"]>[number];

interface HostRooms {
  fleet: Fleet;
  named: Pick<NamedDevices, "of">;
}

/** Looks at a host as VMs are to be made on it: libvirt, the host's files, its devices, the VMs that there are. */
export async function readHostOfVms(
  { fleet, named }: HostRooms,
  hostId: string,
  readReport: ReadReport,
): Promise<HostOfVms> {
  const tree = fleet.host(hostId).machine.files.value;
  const vms = fleet.vmsOf(hostId);
  const [node, supplies, report] = await Promise.all([
    fleet.host(hostId).run("The host", async (connection) => {
      const [{ memory, cpus }, capabilities, resources] = await Promise.all([
        connection.call("node_get_info"),
        readGuestCapabilities(connection),
        readLibvirtResources(connection),
      ]);
      return { memoryBytes: Number(memory) * 1024, cpuCount: cpus, capabilities, resources };
    }),
    tree && readHostSupplies(tree),
    tree && readReport(hostId),
  ]);
  const devices = report?.devices.filter((device) => !isBridge(device)) ?? null;
  const attachments = deviceAttachments(vms, report?.carried ?? []);
  return {
    ...node,
    supplies,
    devices: devices?.map((device) => deviceChoice(device, attachments.get(device.address) ?? [])) ?? null,
    carried: report?.carried ?? null,
    namedDevices: named.of(hostId).map(({ name, note, members }) => ({ name, note, cards: members.length })),
    vms: vms.map(existingVm),
    isOwnFile: keptForVms(fleet, hostId),
  };
}

function existingVm({ summary, definition }: VmRecord): ExistingVm {
  return {
    id: summary.id,
    name: summary.name,
    template: definition.template,
    macs: definition.interfaces.map(({ mac }) => mac.toLowerCase()),
    disks: definition.disks.flatMap(({ source, device, readOnly }) =>
      source !== null && device === "disk" && !readOnly ? [source] : [],
    ),
  };
}

/** That other VMs have it is told by `vms`, and need not be told again by its verdict. */
function deviceChoice(device: JudgedDevice, holders: readonly Attachment[]): DeviceChoice {
  const { address, product, vendor, vendorId, deviceId, subsystem, serialNumber, numaNode, companions } =
    device;
  const { status, reasons } = device.verdict;
  return {
    address,
    label: product,
    vendor,
    class: device.class,
    vendorId,
    deviceId,
    subsystem,
    serialNumber,
    numaNode,
    companions,
    groupOthers: device.needs.mustBeBound,
    verdict: {
      status,
      reasons: reasons
        .filter(({ code }) => code !== "attached-elsewhere")
        .map(({ weight, message, fix }) => ({ weight, message, fix })),
    },
    vms: [...new Map(holders.map(({ vmName, running }) => [vmName, running]))].map(([name, running]) => ({
      name,
      running,
    })),
  };
}

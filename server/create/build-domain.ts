import { attachCard } from "../domain/edit/attach-card";
import { applyEdit } from "../domain/hardware/apply-edit";
import { addLookingGlass } from "../domain/looking-glass/looking-glass";
import { writeNamedDevices } from "../domain/named-devices";
import { writeUsbPorts } from "../domain/usb-ports";
import { buildXml } from "../xml/build-xml";
import { parseXml, serializeXml } from "../xml/xml";
import { addHostInputs } from "./desktop/host-inputs";
import { withBootOrder } from "./domain/boot-order";
import { cpuPlans } from "./domain/cpu";
import { diskPlans, iothreadCount } from "./domain/disks";
import { displayPlans } from "./domain/display";
import { featurePlans } from "./domain/features";
import { osPlan } from "./domain/firmware";
import { furtherDevicePlans } from "./domain/further-devices";
import { type DomainType, domainTypeOf, type HostCapabilities } from "./domain/host-capabilities";
import { indent } from "./domain/indent";
import { memoryPlans } from "./domain/memory";
import { identityPlans } from "./domain/metadata";
import { networkPlans } from "./domain/networks";
import { addSparePorts } from "./domain/spare-ports";
import { type VmSpecification, vmSpecificationSchema } from "./vm-specification.schema";

/**
 * The definition of the VM that a specification describes, laid out for people. What libvirt chooses better (UUID, MAC
 * addresses, the devices' places, the emulator) is left to it.
 * @throws AppError "bad-input" or "conflict" where a card can't be attached as its options ask for, or a further device
 * has values that can't be.
 */
export function buildDomain(specification: VmSpecification, host: HostCapabilities): string {
  const vm = withBootOrder(vmSpecificationSchema.parse(specification));
  const document = parseXml(bareXml(vm, domainTypeOf(vm, host)));
  indent(document);
  for (const device of vm.furtherDevices) applyEdit(document, { act: "add", ...device, newVolume: null });
  for (const { functions, options } of vm.cards) attachCard(document, functions, options);
  if (vm.lookingGlass !== null) addLookingGlass(document, vm.lookingGlass);
  if (vm.hostInputs !== null) addHostInputs(document, vm.hostInputs);
  const ports = vm.usbDevices.flatMap((device) => (device.kind === "port" ? device.port : []));
  writeUsbPorts(document, ports);
  writeNamedDevices(document, vm.namedDevices);
  if (vm.machine !== "i440fx") addSparePorts(document);
  return `${serializeXml(document)}\n`;
}

/** In libvirt's own order, without the host's cards. */
function bareXml(vm: VmSpecification, domainType: DomainType): string {
  const devices = [
    ...diskPlans(vm),
    ...networkPlans(vm.networks),
    ...displayPlans(vm),
    ...furtherDevicePlans(vm),
  ];
  return buildXml({
    name: "domain",
    attributes: { type: domainType },
    children: [
      ...identityPlans(vm),
      ...memoryPlans(vm.memory, vm.sharedFolders.length > 0),
      ...cpuPlans(vm.cpu, domainType, iothreadCount(vm)),
      osPlan(vm),
      ...featurePlans(vm, domainType),
      { name: "devices", children: devices },
    ],
  });
}

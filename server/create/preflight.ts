import { cardFindings } from "./preflight/card-findings";
import { desktopFindings } from "./preflight/desktop-findings";
import { hostFindings } from "./preflight/host-findings";
import { namedFindings } from "./preflight/named-findings";
import { networkFindings } from "./preflight/network-findings";
import type { PreflightFinding, PreflightHost } from "./preflight/preflight.schema";
import { cpuFindings, memoryFindings } from "./preflight/size-findings";
import { storageFindings } from "./preflight/storage-findings";
import { usbFindings } from "./preflight/usb-findings";
import type { VmSpecification } from "./vm-specification.schema";

/**
 * What stands against making a VM on a host, each with what to do; what prevents it comes first. Pure: the same facts
 * give the same findings. None of it replaces the checks of the acts themselves, since a host changes meanwhile.
 */
export function preflight(vm: VmSpecification, host: PreflightHost): PreflightFinding[] {
  const findings = [
    ...hostFindings(vm, host),
    ...cpuFindings(vm, host),
    ...memoryFindings(vm, host),
    ...storageFindings(vm, host),
    ...networkFindings(vm, host),
    ...cardFindings(vm, host),
    ...desktopFindings(vm, host),
    ...usbFindings(vm, host),
    ...namedFindings(vm.namedDevices, ["namedDevices"], host),
  ];
  return findings.toSorted((left, right) => rank(left) - rank(right));
}

function rank({ weight }: PreflightFinding): number {
  return weight === "fail" ? 0 : 1;
}

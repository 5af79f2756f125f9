import type { DomainStats } from "../fleet/statistics/domain-stats";
import { attributeOf, childOf, childrenOf, parseXml } from "../xml/xml";
import type { FamilyName, Sample } from "./families";

interface VmOfStats {
  hostId: string;
  /** libvirt's UUID, small letters. */
  vmId: string;
  name: string;
  /** Its definition, for the bridges that its NICs are on; null of one that can't be read, whose NICs are on none then. */
  xml: string | null;
}

const ofDisk = {
  "rd.bytes": "libvirt_domain_block_stats_read_bytes_total",
  "rd.reqs": "libvirt_domain_block_stats_read_requests_total",
  "wr.bytes": "libvirt_domain_block_stats_write_bytes_total",
  "wr.reqs": "libvirt_domain_block_stats_write_requests_total",
} as const satisfies Record<string, FamilyName>;

const ofInterface = {
  "rx.bytes": "libvirt_domain_interface_stats_receive_bytes_total",
  "rx.pkts": "libvirt_domain_interface_stats_receive_packets_total",
  "rx.errs": "libvirt_domain_interface_stats_receive_errors_total",
  "rx.drop": "libvirt_domain_interface_stats_receive_drops_total",
  "tx.bytes": "libvirt_domain_interface_stats_transmit_bytes_total",
  "tx.pkts": "libvirt_domain_interface_stats_transmit_packets_total",
  "tx.errs": "libvirt_domain_interface_stats_transmit_errors_total",
  "tx.drop": "libvirt_domain_interface_stats_transmit_drops_total",
} as const satisfies Record<string, FamilyName>;

/** What libvirt tells of a VM, as metrics; what it does not tell is left out. */
export function vmSamples({ hostId, vmId, name, xml }: VmOfStats, values: DomainStats["values"]): Sample[] {
  const labels = { host: hostId, domain: name, uuid: vmId };
  const sample = (family: FamilyName, key: string, convert = same, more: Sample["labels"] = {}): Sample[] => {
    const value = values.get(key);
    return value === undefined
      ? []
      : [{ family, labels: { ...labels, ...more }, value: convert(Number(value)) }];
  };
  const group = (
    of: string,
    names: Readonly<Record<string, FamilyName>>,
    more: (at: string) => Sample["labels"],
  ) =>
    numbersTo(Number(values.get(`${of}.count`) ?? 0)).flatMap((index) =>
      Object.entries(names).flatMap(([key, family]) =>
        sample(family, `${of}.${index}.${key}`, same, more(`${of}.${index}`)),
      ),
    );
  const text = (key: string) => String(values.get(key) ?? "");
  const bridges = xml === null ? new Map<string, string>() : bridgesOf(xml);
  return [
    ...sample("libvirt_domain_state_code", "state.state"),
    ...sample("libvirt_domain_info_maximum_memory_bytes", "balloon.maximum", ofKibibytes),
    ...sample("libvirt_domain_info_memory_usage_bytes", "balloon.current", ofKibibytes),
    ...sample("libvirt_domain_info_virtual_cpus", "vcpu.current"),
    ...sample("libvirt_domain_info_cpu_time_seconds_total", "cpu.time", ofNanoseconds),
    ...group("block", ofDisk, (at) => ({
      target_device: text(`${at}.name`),
      source_file: text(`${at}.path`),
    })),
    ...group("net", ofInterface, (at) => ({
      target_device: text(`${at}.name`),
      source_bridge: bridges.get(text(`${at}.name`)) ?? "",
    })),
  ];
}

const same = (value: number) => value;
const ofKibibytes = (value: number) => value * 1024;
const ofNanoseconds = (value: number) => value / 1e9;

function numbersTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** Of a running VM, the bridge that each of its NICs is on, by the host's name of the NIC: "vnet0" to "virbr0". */
function bridgesOf(xml: string): Map<string, string> {
  const devices = childOf(parseXml(xml).documentElement, "devices");
  return new Map(
    childrenOf(devices, "interface").flatMap((nic) => {
      const target = attributeOf(childOf(nic, "target"), "dev");
      const bridge = attributeOf(childOf(nic, "source"), "bridge");
      return target === null || bridge === null ? [] : [[target, bridge] as const];
    }),
  );
}

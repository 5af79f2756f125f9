/** A metric as Prometheus knows it. */
interface Family {
  type: "counter" | "gauge";
  help: string;
  labels: readonly string[];
}

const ofVm = ["host", "domain", "uuid"] as const;
const ofDisk = [...ofVm, "target_device", "source_file"] as const;
const ofInterface = [...ofVm, "target_device", "source_bridge"] as const;
const ofDevice = ["host", "address", "device"] as const;

const counter = (help: string, labels: readonly string[]): Family => ({ type: "counter", help, labels });
const gauge = (help: string, labels: readonly string[]): Family => ({ type: "gauge", help, labels });

/**
 * All metrics. Those of libvirt have the names and labels of prometheus-libvirt-exporter, so that its dashboards and alerts go
 * on, with the host as a further label.
 */
export const families = {
  libvirt_up: gauge("Whether the host's libvirt answers.", ["host"]),
  libvirt_domains_number: gauge("VMs that are on.", ["host"]),
  libvirt_domain_state_code: gauge("State of the VM (virDomainState).", ofVm),
  libvirt_domain_info_maximum_memory_bytes: gauge("Memory that the VM may have at most.", ofVm),
  libvirt_domain_info_memory_usage_bytes: gauge("Memory that the VM has now.", ofVm),
  libvirt_domain_info_virtual_cpus: gauge("Virtual CPUs of the VM.", ofVm),
  libvirt_domain_info_cpu_time_seconds_total: counter("CPU time that the VM has used.", ofVm),
  libvirt_domain_block_stats_read_bytes_total: counter("Bytes read from the disk.", ofDisk),
  libvirt_domain_block_stats_read_requests_total: counter("Requests to read from the disk.", ofDisk),
  libvirt_domain_block_stats_write_bytes_total: counter("Bytes written to the disk.", ofDisk),
  libvirt_domain_block_stats_write_requests_total: counter("Requests to write to the disk.", ofDisk),
  libvirt_domain_interface_stats_receive_bytes_total: counter("Bytes received by the NIC.", ofInterface),
  libvirt_domain_interface_stats_receive_packets_total: counter("Packets received by the NIC.", ofInterface),
  libvirt_domain_interface_stats_receive_errors_total: counter("Errors as the NIC received.", ofInterface),
  libvirt_domain_interface_stats_receive_drops_total: counter(
    "Packets for the NIC that were dropped.",
    ofInterface,
  ),
  libvirt_domain_interface_stats_transmit_bytes_total: counter("Bytes sent by the NIC.", ofInterface),
  libvirt_domain_interface_stats_transmit_packets_total: counter("Packets sent by the NIC.", ofInterface),
  libvirt_domain_interface_stats_transmit_errors_total: counter("Errors as the NIC sent.", ofInterface),
  libvirt_domain_interface_stats_transmit_drops_total: counter(
    "Packets of the NIC that were dropped.",
    ofInterface,
  ),
  passdeck_info: gauge("Passdeck's version; always 1.", ["version"]),
  passdeck_device_info: gauge("A device that a VM can be given; always 1.", [
    ...ofDevice,
    "class",
    "driver",
    "iommu_group",
  ]),
  passdeck_device_verdict: gauge("What the verdict on a device is; always 1.", [...ofDevice, "verdict"]),
  passdeck_device_assigned: gauge("A device that a VM has: 1 while the VM is on, else 0.", [
    ...ofDevice,
    "domain",
    "uuid",
  ]),
  passdeck_host_check: gauge("What a check of the host's readiness came to; always 1.", [
    "host",
    "check",
    "status",
  ]),
  passdeck_host_report_up: gauge("Whether the host's devices can be read.", ["host"]),
  passdeck_jobs: gauge("Jobs that Passdeck knows of.", ["host", "kind", "state"]),
} as const satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;

/** One value of a metric. */
export interface Sample {
  family: FamilyName;
  labels: Readonly<Record<string, string>>;
  value: number;
}

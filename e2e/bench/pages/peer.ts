/**
 * cockpit-machines on the same work: Debian 12, 2 cores, a real libvirtd, Chromium, by number of VMs. Recorded once,
 * since it needs a desktop of packages of its own; medians, `p95` where named so. At 1,000 VMs its list stops at 427
 * rows unless D-Bus's limit is raised, which it was for the figure here.
 */
export const cockpitMachines = {
  navigation: { 10: 2000, 100: 3600, 1000: 25_100 },
  navigationCpu: { 10: 2.0, 100: 2.9, 1000: 27 },
  elements: { 10: 508, 100: 1858, 1000: 15_358 },
  eventToRow: { 10: 9, 100: 22, 1000: 244 },
  eventToRow95: { 10: 281, 100: 282, 1000: 505 },
  filter: { 10: 19, 100: 62, 1000: 738 },
  idleCpu: { 10: 0, 100: 0, 1000: 3.4 },
} as const;

/** Numbers of VMs that it was measured with. */
export type PeerCount = keyof (typeof cockpitMachines)["navigation"];

/** virNetworkUpdateSection (libvirt-network.h): of what libvirt can change in a running network, what we do. */
export const updateSections = { dhcpHost: 4, dhcpRange: 5, dnsHost: 10 } as const;
/** virNetworkUpdateCommand. */
export const updateCommands = { remove: 2, add: 3 } as const;
/** One change of a running network, for virNetworkUpdate. */
export interface LiveUpdate {
  act: keyof typeof updateCommands;
  section: keyof typeof updateSections;
  /** The `<ip>` that it is about, counted from 0; -1 of what stands below none. */
  parentIndex: number;
  xml: string;
}

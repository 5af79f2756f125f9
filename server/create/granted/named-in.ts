import type { GrantedRequest } from "./granted-request.schema";

interface NamedVolume {
  pool: string;
  volume: string;
}

/** What of the host a request names. */
interface NamedOfHost {
  /** Volumes that are made, but for those which Passdeck names itself. */
  disks: NamedVolume[];
  /** Pools that volumes are made in. */
  pools: string[];
  /** Volumes that are read. */
  media: NamedVolume[];
  networks: string[];
  /** Named devices. */
  devices: string[];
}

/** All that a request by a grant names of its host. */
export function namedIn({ source: { specification, cloudInit, answers } }: GrantedRequest): NamedOfHost {
  const disks = specification.disks.map(({ source }) => source);
  return {
    disks,
    pools: [...disks, ...[cloudInit, answers].filter((cd) => cd !== null)].map(({ pool }) => pool),
    media: [
      ...disks.flatMap(({ copyOf }) => copyOf ?? []),
      ...specification.opticalDrives.flatMap(({ source }) => source ?? []),
    ],
    networks: specification.networks.map(({ source }) => source.network),
    devices: specification.namedDevices,
  };
}

/** Whether a new disk is called after its VM, of which `stem` is the name as volumes have it: "web.qcow2", "web-2.img". */
export function isNamedAfter(stem: string, volume: string): boolean {
  return (
    stem !== "" && volume.startsWith(stem) && /^(-\d{1,2})?\.(qcow2|img|raw)$/.test(volume.slice(stem.length))
  );
}

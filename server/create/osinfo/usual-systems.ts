import type { OperatingSystem } from "./operating-system.schema";

const gibibyte = 2 ** 30;

type Row = [id: string, shortId: string, name: string, releasedAt: string, endsAt: string | null];

const linux: readonly Row[] = [
  ["http://almalinux.org/almalinux/9", "almalinux9", "AlmaLinux 9", "2022-05-26", "2032-05-31"],
  ["http://archlinux.org/archlinux/rolling", "archlinux", "Arch Linux", "2002-03-11", null],
  ["http://debian.org/debian/11", "debian11", "Debian 11", "2021-08-14", "2026-08-31"],
  ["http://debian.org/debian/12", "debian12", "Debian 12", "2023-06-10", "2028-06-30"],
  ["http://debian.org/debian/13", "debian13", "Debian 13", "2025-08-09", "2030-06-30"],
  ["http://fedoraproject.org/fedora/unknown", "fedora-unknown", "Fedora", "2003-11-06", null],
  ["http://libosinfo.org/linux/2022", "linux2022", "Generic Linux 2022", "2022-01-01", null],
  ["http://opensuse.org/opensuse/15.6", "opensuse15.6", "openSUSE Leap 15.6", "2024-06-12", "2026-04-30"],
  [
    "http://opensuse.org/opensuse/tumbleweed",
    "opensusetumbleweed",
    "openSUSE Tumbleweed",
    "2014-11-04",
    null,
  ],
  ["http://redhat.com/rhel/8.10", "rhel8.10", "Red Hat Enterprise Linux 8", "2024-05-22", "2029-05-31"],
  ["http://redhat.com/rhel/9.4", "rhel9.4", "Red Hat Enterprise Linux 9", "2024-04-30", "2032-05-31"],
  ["http://rockylinux.org/rocky/9", "rocky9", "Rocky Linux 9", "2022-07-14", "2032-05-31"],
  ["http://ubuntu.com/ubuntu/22.04", "ubuntu22.04", "Ubuntu 22.04 LTS", "2022-04-21", "2027-04-21"],
  ["http://ubuntu.com/ubuntu/24.04", "ubuntu24.04", "Ubuntu 24.04 LTS", "2024-04-25", "2029-05-31"],
];

const windows: readonly Row[] = [
  ["http://microsoft.com/win/10", "win10", "Microsoft Windows 10", "2015-07-29", "2029-01-09"],
  ["http://microsoft.com/win/11", "win11", "Microsoft Windows 11", "2021-10-05", null],
  ["http://microsoft.com/win/2k19", "win2k19", "Microsoft Windows Server 2019", "2018-11-13", "2029-01-09"],
  ["http://microsoft.com/win/2k22", "win2k22", "Microsoft Windows Server 2022", "2021-08-18", "2031-10-14"],
];

const bsd: readonly Row[] = [
  ["http://freebsd.org/freebsd/14.0", "freebsd14.0", "FreeBSD 14", "2023-11-20", "2028-11-30"],
  ["http://openbsd.org/openbsd/7.5", "openbsd7.5", "OpenBSD 7", "2024-04-05", null],
];

/** Systems that are often installed, for hosts without osinfo-db. */
export function usualSystems(today: string): OperatingSystem[] {
  return [
    ...linux.map((row) => systemOf(row, today, { family: "linux", memory: 2, disk: 20, virtio: true })),
    ...windows.map((row) => systemOf(row, today, { family: "windows", memory: 8, disk: 64, virtio: false })),
    ...bsd.map((row) => systemOf(row, today, { family: "bsd", memory: 1, disk: 20, virtio: true })),
  ];
}

function systemOf(
  [id, shortId, name, releasedAt, endsAt]: Row,
  today: string,
  {
    family,
    memory,
    disk,
    virtio,
  }: { family: OperatingSystem["family"]; memory: number; disk: number; virtio: boolean },
): OperatingSystem {
  return {
    id,
    shortId,
    name,
    family,
    releasedAt,
    supported: endsAt === null || endsAt >= today,
    vcpus: 2,
    memoryBytes: memory * gibibyte,
    diskBytes: disk * gibibyte,
    virtioDisk: virtio,
    virtioNetwork: virtio,
  };
}

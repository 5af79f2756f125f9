import type { ServiceProgram } from "./service-program";

/** Where systemd listens for orders to root's helper. */
const rootSocket = "/run/passdeck-root.sock";
export const stateFolder = "/var/lib/passdeck";
/** Where QEMU reads ROM files; beside the state, which nobody else looks into. */
export const romFolder = `${stateFolder}-roms`;
export const serviceUser = "passdeck";

/** The web process: a user of its own, who can gain no rights, and writes into its state alone. */
export function webUnit(program: ServiceProgram, mark: string): string {
  return `# ${mark} Changes go to \`systemctl edit passdeck\`.
[Unit]
Description=Passdeck, a dashboard for KVM hosts
After=network-online.target libvirtd.socket virtqemud.socket passdeck-root.socket
Wants=network-online.target passdeck-root.socket

[Service]
User=${serviceUser}
Group=${serviceUser}
Environment=PASSDECK_DATA=${stateFolder} PASSDECK_LIBVIRT=qemu:///system PASSDECK_ROOT_HELPER=unix:${rootSocket}
WorkingDirectory=${stateFolder}
ExecStart=${command(program)} serve
Restart=on-failure
RestartSec=2
# A setting that can't be used does not get better by trying again.
RestartPreventExitStatus=2
TimeoutStopSec=30

NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ReadWritePaths=${stateFolder} ${romFolder}
ProtectHome=read-only
PrivateTmp=yes
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
RemoveIPC=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged
SystemCallErrorNumber=EPERM
# QEMU reads what is written into ${romFolder}; the state folder itself is closed to others.
UMask=0022

[Install]
WantedBy=multi-user.target
`;
}

/** The file permissions of this socket are who may give root's helper an order. */
export function socketUnit(mark: string): string {
  return `# ${mark}
[Unit]
Description=Orders of Passdeck to its root helper

[Socket]
ListenStream=${rootSocket}
SocketUser=root
SocketGroup=${serviceUser}
SocketMode=0660
Accept=yes
MaxConnections=8
RemoveOnStop=yes

[Install]
WantedBy=sockets.target
`;
}

/** One helper for each connection; it ends with it. It needs root's rights: what it does stands on its fixed lists. */
export function helperUnit(program: ServiceProgram, mark: string): string {
  return `# ${mark}
[Unit]
Description=Passdeck's root helper
CollectMode=inactive-or-failed

[Service]
ExecStart=${command(program)} root-helper
StandardInput=socket
StandardOutput=socket
StandardError=journal
# What makes initial RAM disks is not cut off with whoever asked for it.
KillMode=mixed
NoNewPrivileges=yes
ProtectClock=yes
ProtectHostname=yes
RestrictRealtime=yes
LockPersonality=yes
SystemCallArchitectures=native
UMask=0022
`;
}

function command({ node, passdeck }: ServiceProgram): string {
  return `${unitWord(node)} ${unitWord(passdeck)}`;
}

/** A word of a unit's command line (systemd.service(5)): `%` and `$` mean something there, blanks end a word. */
export function unitWord(word: string): string {
  const escaped = word.replaceAll("%", "%%").replaceAll("$", "$$$$");
  return /^[\w@%$+=:,./-]+$/.test(escaped) ? escaped : `"${escaped.replace(/["\\]/g, "\\$&")}"`;
}

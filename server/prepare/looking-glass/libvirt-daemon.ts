/** systemd's link by which libvirt's modular daemons are started (https://libvirt.org/daemons.html). */
export const modularDaemon = "etc/systemd/system/sockets.target.wants/virtqemud.socket";

/** The unit of the daemon that reads qemu.conf, once, when it starts. */
export function libvirtUnit(files: { text(path: string): string | null }): string {
  return files.text(modularDaemon) === null ? "libvirtd.service" : "virtqemud.service";
}

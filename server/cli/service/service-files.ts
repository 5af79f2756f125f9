import {
  helperUnit,
  mark,
  romFolder,
  type ServiceProgram,
  serviceUser,
  socketUnit,
  stateFolder,
  webUnit,
} from "./service-units";

/** A file that makes Passdeck a service. */
export interface ServiceFile {
  /** Without a leading slash. */
  path: string;
  text: string;
}

/** All files of the service: what `passdeck install` writes and `passdeck uninstall` takes away. */
export function serviceFiles(program: ServiceProgram): ServiceFile[] {
  return [
    { path: "etc/sysusers.d/passdeck.conf", text: users },
    { path: "etc/tmpfiles.d/passdeck.conf", text: folders },
    { path: "etc/polkit-1/rules.d/50-passdeck.rules", text: libvirtRule },
    { path: "etc/systemd/system/passdeck-root.socket", text: socketUnit() },
    { path: "etc/systemd/system/passdeck-root@.service", text: helperUnit(program) },
    { path: "etc/systemd/system/passdeck.service", text: webUnit(program) },
  ];
}

/** The group libvirt may use libvirt's socket, kvm look whether KVM works, systemd-journal read the kernel's log. */
const users = `# ${mark}
u ${serviceUser} - "Passdeck" ${stateFolder}
m ${serviceUser} libvirt
m ${serviceUser} kvm
m ${serviceUser} systemd-journal
`;

/** What a Passdeck that ran as root has left there becomes the service's. */
const folders = `# ${mark}
d ${stateFolder} 0700 ${serviceUser} ${serviceUser} -
Z ${stateFolder} - ${serviceUser} ${serviceUser} -
d ${romFolder} 0755 ${serviceUser} ${serviceUser} -
Z ${romFolder} - ${serviceUser} ${serviceUser} -
`;

/** Where libvirt asks polkit, and not the file permissions of its socket. A restart of the host goes by root's helper. */
const libvirtRule = `// ${mark}
polkit.addRule(function (action, subject) {
  if (action.id == "org.libvirt.unix.manage" && subject.user == "${serviceUser}") return polkit.Result.YES;
});
`;

import type { ServicePlaces } from "./service-places";
import type { ServiceProgram } from "./service-program";
import { helperUnit, romFolder, serviceUser, socketUnit, stateFolder, webUnit } from "./service-units";

/** A file that makes Passdeck a service. */
export interface ServiceFile {
  /** Without a leading slash. */
  path: string;
  text: string;
}

/** All files of the service: what `passdeck install` writes and `passdeck uninstall` takes away, and packages have. */
export function serviceFiles(program: ServiceProgram, places: ServicePlaces): ServiceFile[] {
  const { mark, units } = places;
  return [
    { path: `${places.users}/passdeck.conf`, text: users(mark) },
    { path: `${places.folders}/passdeck.conf`, text: folders(mark) },
    { path: `${places.polkitRules}/50-passdeck.rules`, text: libvirtRule(mark) },
    { path: `${units}/passdeck-root.socket`, text: socketUnit(mark) },
    { path: `${units}/passdeck-root@.service`, text: helperUnit(program, mark) },
    { path: `${units}/passdeck.service`, text: webUnit(program, mark) },
  ];
}

/** The group libvirt may use libvirt's socket, kvm look whether KVM works, systemd-journal read the kernel's log. */
const users = (mark: string) => `# ${mark}
u ${serviceUser} - "Passdeck" ${stateFolder}
m ${serviceUser} libvirt
m ${serviceUser} kvm
m ${serviceUser} systemd-journal
`;

/** What a Passdeck that ran as root has left there becomes the service's. */
const folders = (mark: string) => `# ${mark}
d ${stateFolder} 0700 ${serviceUser} ${serviceUser} -
Z ${stateFolder} - ${serviceUser} ${serviceUser} -
d ${romFolder} 0755 ${serviceUser} ${serviceUser} -
Z ${romFolder} - ${serviceUser} ${serviceUser} -
`;

/** Where libvirt asks polkit, and not the file permissions of its socket. A restart of the host goes by root's helper. */
const libvirtRule = (mark: string) => `// ${mark}
polkit.addRule(function (action, subject) {
  if (action.id == "org.libvirt.unix.manage" && subject.user == "${serviceUser}") return polkit.Result.YES;
});
`;

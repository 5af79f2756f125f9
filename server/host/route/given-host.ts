import type { HostWay } from "./host-access";

/** A host that the settings name. */
export interface GivenHost extends Pick<HostWay, "route" | "credential"> {
  name: string;
  /** Its libvirt, as the host itself would be asked: "qemu:///system". */
  uri: string;
  /** The fingerprint that its key has to have; null by TLS where any will do that the authority has signed. */
  expectedKey: string | null;
}

import type { Wizard } from "./wizard";

/** The password that is to be hashed when the VM is created. */
export function passwordOf({ way, cloud, linux }: Pick<Wizard, "way" | "cloud" | "linux">): string {
  return way === "cloud-image" ? cloud.password : linux.password;
}

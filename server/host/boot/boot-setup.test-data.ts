import { distributionFamily } from "../distribution";
import { treeOf } from "../tree.test-data";
import { readBootFiles } from "./boot-files";
import type { BootSetup } from "./boot-setup";
import { bootSetupOf } from "./conclude-boot";

/** How a host of these files boots. Its family is that of its os-release. */
export async function bootOf(files: Readonly<Record<string, string>>): Promise<BootSetup> {
  const family = distributionFamily(files["etc/os-release"] ?? "", null);
  return bootSetupOf(await readBootFiles(await treeOf(files)), family);
}

const interfaceId = "4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";

/** The variable of the Boot Loader Interface ("LoaderInfo", "StubInfo") with this text, as efivarfs shows it. */
export function efiVariable(name: string, text: string): Record<string, string> {
  const utf16 = [...text, "\0"].map((letter) => `${letter}\0`).join("");
  return { [`sys/firmware/efi/efivars/${name}-${interfaceId}`]: `\u0006\0\0\0${utf16}` };
}

/** Empty files at these paths. */
export function present(...paths: string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, ""]));
}

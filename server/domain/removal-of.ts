import { AppError } from "../errors";
import { attributeOf, childOf, childrenOf, parseXml } from "../xml/xml";
import { domainOf } from "./edit/domain-root";
import { isInVariablesFolder, variablesFolder, variablesPath } from "./firmware-variables";

/** What stays on the host when a VM is deleted. */
export interface KeptFile {
  source: string;
  why: string;
}

/** What of a VM's own files goes with its definition. */
export interface Removal {
  /** UEFI variables; `path` is null where the definition names no file. */
  variables: { goes: boolean; path: string | null };
  tpm: { goes: boolean; there: boolean };
  kept: KeptFile[];
}

/** Tells it of a definition. Of one that can't be read nothing goes but the definition. */
export function removalOf(xml: string): Removal {
  try {
    const domain = domainOf(parseXml(xml));
    const nvram = childOf(domain, "os", "nvram");
    const path = nvram === null ? null : variablesPath(nvram);
    const elsewhere = path !== null && !isInVariablesFolder(path);
    const tpms = childrenOf(childOf(domain, "devices"), "tpm").map((tpm) => childOf(tpm, "backend"));
    const places = tpms.flatMap((backend) => attributeOf(childOf(backend, "source"), "path") ?? []);
    return {
      variables: { goes: !elsewhere, path },
      tpm: {
        goes: places.length === 0,
        there: tpms.some((backend) => attributeOf(backend, "type") === "emulator"),
      },
      kept: [...(elsewhere ? [path] : []), ...places].map((source) => ({ source, why: notLibvirts })),
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      variables: { goes: false, path: null },
      tpm: { goes: false, there: false },
      kept: [{ source: "UEFI variables and TPM state, if it has any", why: "its definition can’t be read" }],
    };
  }
}

const notLibvirts = `it is not in libvirt’s own folder, such as ${variablesFolder}; delete it on the host if nothing else needs it`;

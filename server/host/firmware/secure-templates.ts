import * as z from "zod";
import type { HostTree } from "../host-tree";
import { type KeyVariable, readKeyVariables } from "./variable-store";

/** The variables that a VM with Secure Boot begins with. */
export interface SecureTemplate {
  /** Relative to the host's root. */
  path: string;
  /** The firmware that goes with it, by its whole path. */
  code: string;
  /** QEMU's description that names it. */
  descriptor: string;
  /** The file's content; null where it can't be read. */
  store: Uint8Array | null;
  /** null where they can't be looked at. */
  keys: KeyVariable[] | null;
}

const fileSchema = z.object({ filename: z.string().startsWith("/") });

/** The part of QEMU's description of firmware that is of use here (its docs/interop/firmware.json). */
const descriptorSchema = z.object({
  mapping: z.object({ executable: fileSchema, "nvram-template": fileSchema }),
  targets: z.array(z.object({ architecture: z.string() })),
  features: z.array(z.string()),
});

const descriptorsFolder = "usr/share/qemu/firmware";
/** One host has two or three, of half a megabyte each. */
const mostTemplates = 4;

/**
 * The templates that have keys in them, the one first that libvirt takes for a VM with Secure Boot.
 * @param descriptors QEMU's descriptions by their paths, in the order of their names, which is that of their priority.
 */
export async function readSecureTemplates(
  tree: HostTree,
  descriptors: readonly (readonly [path: string, text: string | null])[],
): Promise<SecureTemplate[]> {
  const named = descriptors
    .flatMap(([descriptor, text]) => {
      const files = filesOf(text);
      return files === null ? [] : [{ descriptor, ...files }];
    })
    .slice(0, mostTemplates);
  const files = await tree.readMany({ bytes: named.map(({ path }) => path), skipForbidden: true });
  return named.map((one) => {
    const store = files.bytes(one.path);
    return { ...one, store, keys: store && readKeyVariables(store) };
  });
}

/** As {@link readSecureTemplates}, of all that QEMU knows of on a host. */
export async function findSecureTemplates(tree: HostTree): Promise<SecureTemplate[]> {
  const names = (await tree.list(descriptorsFolder)).filter((name) => name.endsWith(".json"));
  const paths = names.map((name) => `${descriptorsFolder}/${name}`);
  const files = await tree.readMany({ texts: paths, skipForbidden: true });
  return readSecureTemplates(
    tree,
    paths.map((path) => [path, files.text(path)] as const),
  );
}

/** What Windows' boot loaders and others' shims are signed by from 2026 on (Microsoft's KB5036210). */
const certificatesOf2023: readonly string[] = ["Windows UEFI CA 2023", "Microsoft UEFI CA 2023"];

/** What VMs with Secure Boot get of the keys of 2023. */
export interface NewerKeys {
  /** Which of them new VMs lack; none where that is not known. */
  missing: string[];
  /** Firmware that has them, where that which libvirt takes has not. */
  instead: { code: string; variablesTemplate: string } | null;
}

/** @param templates The one first that libvirt takes. */
export function newerKeysOf([first, ...others]: readonly SecureTemplate[]): NewerKeys {
  const missing = first?.keys ? missingOf2023(first.keys) : [];
  const whole = others.find(({ keys }) => keys !== null && missingOf2023(keys).length === 0);
  if (missing.length === 0 || whole === undefined) return { missing, instead: null };
  return { missing: [], instead: { code: whole.code, variablesTemplate: `/${whole.path}` } };
}

/** Which of Microsoft's certificates of 2023 a template has not. */
export function missingOf2023(keys: readonly KeyVariable[]): string[] {
  const trusted = keys.filter(({ name }) => name === "db").flatMap(({ certificates }) => certificates);
  return certificatesOf2023.filter((name) => !trusted.includes(name));
}

function filesOf(text: string | null): Pick<SecureTemplate, "path" | "code"> | null {
  const parsed = descriptorSchema.safeParse(jsonOf(text ?? ""));
  if (!parsed.success) return null;
  const { mapping, targets, features } = parsed.data;
  const fits =
    features.includes("enrolled-keys") && targets.some((target) => target.architecture === "x86_64");
  const { executable, "nvram-template": template } = mapping;
  return fits ? { path: template.filename.slice(1), code: executable.filename } : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

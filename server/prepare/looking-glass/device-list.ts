import { type Edit, edited, refused } from "../edit";
import { spliced } from "../modules/splice";
import { lineEndOf, withLines } from "../modules/text-lines";

/** `defaultDeviceACL` of libvirt's src/qemu/qemu_cgroup.c, which counts where nothing is set. */
const ownList = [
  "/dev/null",
  "/dev/full",
  "/dev/zero",
  "/dev/random",
  "/dev/urandom",
  "/dev/ptmx",
  "/dev/kvm",
];
/** libvirt adds it for VMs with a device by itself; a list that was set by hand is expected to have it. */
const vfio = "/dev/vfio/vfio";

/**
 * Has libvirt let QEMU open a device: one more member of cgroup_device_acl in qemu.conf, which is also what a VM's own /dev is
 * made of. A list that is there keeps its members and their layout; else the list of this libvirt is set, as its file shows it.
 */
export function listDevice(text: string, device: string): Edit {
  const settings = [...text.matchAll(/^[ \t]*cgroup_device_acl[ \t]*=[ \t]*/gm)];
  const [setting] = settings;
  if (setting === undefined) return edited(withLines(text, newList(text, device), lineEndOf(text)));
  if (settings.length > 1) return refused("cgroup_device_acl is set more than once. Keep one of them.");
  const list = listFrom(text, setting.index + setting[0].length);
  if (list === null) return refused("cgroup_device_acl is not written as a list. Edit it by hand.");
  if (list.members.some(({ name }) => name === device)) return edited(text);
  const last = list.members.at(-1);
  const at = last?.to ?? list.from;
  return edited(
    spliced(text, [{ from: at, to: at, insert: `${last === undefined ? "" : ", "}"${device}"` }]),
  );
}

interface DeviceList {
  /** Behind the bracket that opens it. */
  from: number;
  members: readonly { name: string; to: number }[];
}

/** Reads a list as virConfParseValue of libvirt does: texts in either quotes, without escapes; null of another value. */
function listFrom(text: string, at: number): DeviceList | null {
  const list = /^\[((?:[\s,]|#[^\n]*\n|"[^"\n]*"|'[^'\n]*')*)\]/.exec(text.slice(at));
  if (list?.[1] === undefined) return null;
  const from = at + 1;
  const words = [...list[1].matchAll(/#[^\n]*|"([^"\n]*)"|'([^'\n]*)'/g)];
  const members = words.flatMap(({ 0: word, 1: double, 2: single, index }) => {
    const name = double ?? single;
    return name === undefined ? [] : [{ name, to: from + index + word.length }];
  });
  return { from, members };
}

/** The packaged file has this libvirt's own list as a comment. */
function newList(text: string, device: string): string[] {
  const comment =
    /^#[ \t]*cgroup_device_acl[ \t]*=[ \t]*\[\r?\n((?:#.*\n)*?)#[ \t]*\]/m.exec(text)?.[1] ?? "";
  const shown = [...comment.matchAll(/"(\/dev\/[^"\n]+)"/g)].flatMap((match) => match[1] ?? []);
  const members = [...new Set([...(shown.length > 0 ? shown : ownList), vfio, device])];
  return ["cgroup_device_acl = [", `    ${members.map((name) => `"${name}"`).join(", ")}`, "]"];
}

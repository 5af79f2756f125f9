import type { BlockStack } from "../use/block-stack";
import type { Pseudonyms } from "./pseudonyms";

/** Where a file or device stands that something is mounted from: a device by the kernel's name, of others no names. */
export function sourceOf(source: string, stack: BlockStack, names: Pseudonyms): string {
  const device = stack.at(source);
  if (device !== null) return `/dev/${device.name.replaceAll("!", "/")}`;
  // "/dev/root", "/dev/sda1": no name that people give has these forms.
  if (/^\/dev\/[a-z]+[0-9]*(p[0-9]+)?$/.test(source)) return source;
  return source.startsWith("/") ? names.path(source) : names.text(source);
}

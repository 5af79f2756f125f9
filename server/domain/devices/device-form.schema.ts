import type { DeviceElement } from "../fields/element-order";
import type { Field, Values } from "../fields/field.schema";
import type { PartIcon } from "../part-icon.schema";
import type { DeviceKind } from "./device-kind.schema";

/** What the old list of kinds of devices to boot from, `<os><boot dev=…/>`, calls a device. */
export type LegacyBoot = "hd" | "cdrom" | "fd" | "network";

/** A kind of device: how it is told from others, what can be said of it, and in which words. Runs in a browser. */
export interface DeviceForm<Kind extends DeviceKind = DeviceKind> {
  id: Kind;
  /** The element's name in `<devices>`. */
  element: DeviceElement;
  /** Values of the element's attributes that make it one of this kind; null stands for an attribute that is not there. */
  is?: Readonly<Record<string, readonly (string | null)[]>>;
  title: string;
  /** What it is for, in a line. */
  note: string;
  icon: PartIcon;
  fields: readonly Field[];
  /** What a new one begins with; without it none can be added by form. */
  fresh?: Values;
  /** Attributes and values of a new one that no form asks for, by their place. */
  skeleton?: Readonly<Record<string, string>>;
  /** Fields that a new volume, made along with a new one, decides; only disks have that. */
  ofNewVolume?: readonly string[];
  /** What it is known by among its kind, whatever else of it changes: "vda"; null where there is no such thing. */
  mark?(values: Values): string | null;
  /** No other of the VM has its mark, in any definition of it. `by`: the fields that another mark comes with. */
  unique?: { by: readonly string[] };
  /** The field that names it where it has no mark. */
  name?: string;
  /** Fields that describe it in a line. */
  summary: readonly string[];
  /** It can be booted from; by which word of the old list, if by any. */
  boots?: (values: Values) => LegacyBoot | null;
  /** A VM has at most so many. */
  most?: number;
  /** libvirt adds none by itself: one that only the running machine has was taken out of the definition. */
  onlyAsked?: true;
  /** Hardly anybody opens it: it comes last. */
  last?: true;
  /** Whether it can be plugged into a machine that runs and taken from it: null, or why not. */
  hot(values: Values): string | null;
  /** Why one can't be removed; null where it can. */
  fixed?(values: Values): string | null;
  /** What is wrong with the values together. */
  check?(values: Values): string | null;
  /** What the guest's system may not take well of a change. @param to The fields that change. */
  risk?(to: Values): string | null;
}

export const always = (): null => null;
export const never = (why: string) => (): string => why;
export const atStartOnly = never("it can't be plugged into a running VM");

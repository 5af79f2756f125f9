import { isPciAddress } from "../units/pci-address.schema";
import { figure, most } from "./figure";
import type { GuestGpu } from "./guest-gpu.schema";
import { shownText } from "./shown-text";

/** Files of a card's device that amdgpu has. @see https://docs.kernel.org/gpu/amdgpu/thermal.html */
const deviceFiles = [
  "uevent",
  "product_name",
  "gpu_busy_percent",
  "mem_info_vram_used",
  "mem_info_vram_total",
];
/** Of its sensors: thousandths of a degree, millionths of a watt; newer cards have "input" in place of "average". */
const sensorFiles = ["temp1_input", "power1_average", "power1_input"];
/** A guest with more cards, or with more sensors before a card's own, tells nothing of the others. */
const [mostCards, mostSensors] = [8, 12];

const count = (length: number) => Array.from({ length }, (_, number) => number);
const files = count(mostCards).flatMap((card) => {
  const device = `/sys/class/drm/card${card}/device`;
  const sensors = count(mostSensors).flatMap((number) =>
    sensorFiles.map((name) => `${device}/hwmon/hwmon${number}/${name}`),
  );
  return [...deviceFiles.map((name) => `${device}/${name}`), ...sensors];
});

/** What reads amdgpu's files in a Linux guest: each line with its file before it, nothing of files that are not there. */
export const amdCommand = ["grep", "-sH", "", ...files] as const;

/** The GPUs of what {@link amdCommand} wrote. Pure. */
export function amdGpus(output: string): GuestGpu[] {
  return [...cardsOf(output).values()].flatMap((card) => {
    if (card.get("DRIVER") !== "amdgpu") return [];
    const address = card.get("PCI_SLOT_NAME") ?? "";
    return {
      name: shownText(card.get("product_name") ?? ""),
      address: isPciAddress(address) ? address : null,
      busy: figure(card.get("gpu_busy_percent"), 1 / 100, most.share),
      usedBytes: figure(card.get("mem_info_vram_used"), 1, most.bytes),
      totalBytes: figure(card.get("mem_info_vram_total"), 1, most.bytes),
      celsius: figure(card.get("temp1_input"), 1 / 1000, most.celsius),
      watts: figure(card.get("power1_average") ?? card.get("power1_input"), 1 / 1_000_000, most.watts),
    };
  });
}

/** By card: the last part of each file's name with what stands in it; of uevent each variable. */
function cardsOf(output: string): Map<string, Map<string, string>> {
  const cards = new Map<string, Map<string, string>>();
  for (const line of output.split("\n")) {
    const [, card, name = "", text = ""] =
      /^\/sys\/class\/drm\/(card\d+)\/device\/(?:hwmon\/hwmon\d+\/)?(\w+):(.*)$/.exec(line) ?? [];
    if (card === undefined) continue;
    const known = cards.get(card) ?? new Map<string, string>();
    cards.set(card, known);
    const [, variable, value = ""] = name === "uevent" ? (/^(\w+)=(.*)$/.exec(text) ?? []) : ["", name, text];
    if (variable !== undefined && !known.has(variable)) known.set(variable, value.trim());
  }
  return cards;
}

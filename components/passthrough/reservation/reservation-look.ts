import { Hourglass, type LucideIcon, Pin, Power, Split } from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { CardReservation } from "./card-reservation";

export interface ReservationLook {
  icon: LucideIcon;
  tone: Tone;
  word: string;
  meaning: string;
}

const whole: Readonly<Record<string, ReservationLook>> = {
  "all all": {
    icon: Pin,
    tone: "success",
    word: "Reserved now and at every start",
    meaning: "vfio-pci has it, and takes it at the next start of the host as well.",
  },
  "all none": {
    icon: Hourglass,
    tone: "warning",
    word: "Reserved until the restart",
    meaning: "vfio-pci has it now. At the next start of the host its own driver takes it.",
  },
  "none all": {
    icon: Power,
    tone: "accent",
    word: "Reserved from the next start",
    meaning: "The host has it now. At its next start vfio-pci takes it.",
  },
  "all unknown": { icon: Pin, tone: "neutral", word: "Reserved now", meaning: "vfio-pci has it now." },
};

const inPart: ReservationLook = {
  icon: Split,
  tone: "warning",
  word: "Reserved in part",
  meaning: "Not all of its functions are reserved alike. Its panel lists them.",
};

/** A reservation by icon, words and colour; for one that is none there is nothing to show. */
export function reservationLook({ now, start }: CardReservation): ReservationLook {
  return whole[`${now} ${start ?? "unknown"}`] ?? inPart;
}

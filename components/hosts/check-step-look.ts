import {
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from "lucide-react";
import type { Tone } from "@/components/ui/badge";
import type { CheckStep } from "@/server/work/hosts/host-request.schema";
import type { ShownStep } from "./check-progress";

/** What each step of a test is called. */
export const stepTitles: Readonly<Record<CheckStep, string>> = {
  route: "Way to the host",
  certificate: "Host’s certificate",
  key: "Host key",
  "sign-in": "Sign-in",
  libvirt: "libvirt",
  rights: "Rights",
  version: "Version",
  files: "Files",
};

/** How a step looks, always with a word. */
export const stepLooks: Readonly<
  Record<ShownStep["state"], { word: string; icon: LucideIcon; tone: Tone; spins?: boolean }>
> = {
  waits: { word: "Not tested", icon: CircleDashed, tone: "neutral" },
  runs: { word: "Running…", icon: LoaderCircle, tone: "accent", spins: true },
  passed: { word: "Passed", icon: CircleCheck, tone: "success" },
  left: { word: "Not by TLS", icon: CircleMinus, tone: "neutral" },
  asks: { word: "Asks you", icon: CircleHelp, tone: "warning" },
  failed: { word: "Failed", icon: CircleX, tone: "danger" },
};

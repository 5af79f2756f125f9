import { CircleCheck, CircleStop } from "lucide-react";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";

/** Whether a network is on, as icon, word and colour. */
export function NetworkState({ active }: { active: boolean }) {
  const Icon = active ? CircleCheck : CircleStop;
  const tone = active ? "success" : "neutral";
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap", toneText[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {active ? "Running" : "Stopped"}
    </span>
  );
}

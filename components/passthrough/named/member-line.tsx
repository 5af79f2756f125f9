import { CircleCheckBig, Lock, type LucideIcon, Monitor, TriangleAlert } from "lucide-react";
import { type Tone, toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { MemberView } from "@/server/pci/named/named-device.schema";

interface Look {
  icon: LucideIcon;
  tone: Tone;
  word: string;
}

const looks: Readonly<Record<MemberView["state"], Look>> = {
  fits: { icon: CircleCheckBig, tone: "success", word: "Free" },
  moved: { icon: TriangleAlert, tone: "warning", word: "Moved" },
  exchanged: { icon: TriangleAlert, tone: "danger", word: "Another card" },
  gone: { icon: TriangleAlert, tone: "danger", word: "Not there" },
  blocked: { icon: Lock, tone: "neutral", word: "Blocked" },
};

/** A card of a named device: which, where, and whether a VM could have it now. */
export function MemberLine({ member, onOpen }: { member: MemberView; onOpen(address: string): void }) {
  const { label, address, now, heldBy, problem } = member;
  const { icon: Icon, tone, word } = lookOf(member);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="wrap-anywhere min-w-0 flex-1 basis-56">
        {member.verdict === null ? (
          <p className="font-medium">{label}</p>
        ) : (
          <button
            type="button"
            data-card={now}
            className="min-h-6 text-left font-medium hover:underline"
            onClick={() => onOpen(now)}
          >
            {label}
          </button>
        )}
        <p className="font-mono text-muted text-sm">{now === address ? address : `${address} → ${now}`}</p>
        {problem === null ? null : <p className="text-sm text-warning">{problem}</p>}
      </div>
      <span
        className={classNames(
          "wrap-anywhere inline-flex items-center gap-1 font-medium text-sm",
          toneText[tone],
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {heldBy === null ? word : `In use by ${heldBy}`}
      </span>
    </li>
  );
}

function lookOf({ state, heldBy, verdict }: MemberView): Look {
  if (heldBy !== null) return { icon: Monitor, tone: "accent", word: "In use" };
  if (state === "fits" && verdict === "risky") return { ...looks.moved, word: "Free, risky" };
  return looks[state];
}

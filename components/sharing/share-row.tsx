import { User, UserMinus, Users } from "lucide-react";
import { type ShareWords, shareChoices } from "@/components/fleet/share-words";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Share } from "@/server/access/share.schema";

interface ShareRowProps {
  share: Share;
  words: ShareWords;
  onChange(level: Share["level"]): void;
  onRemove(): void;
}

/** Somebody whom something is shared with, what they are to it, and the way to end that. */
export function ShareRow({ share, words, onChange, onRemove }: ShareRowProps) {
  const { subject, name, level } = share;
  const Icon = subject.kind === "group" ? Users : User;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 basis-56 items-center gap-2.5">
        <Icon aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="min-w-0">
          <span className="wrap-anywhere font-medium">{name}</span>
          {subject.kind === "group" ? <span className="text-muted"> (group)</span> : null}
          <span className="block text-muted text-sm">{words[level].may}</span>
        </span>
      </span>
      <Select
        aria-label={`Access of ${name}`}
        value={level}
        onChange={({ target }) => {
          const chosen = shareChoices.find(({ value }) => value === target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {shareChoices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button aria-label={`Remove access of ${name}`} onClick={onRemove}>
        <UserMinus aria-hidden />
        Remove
      </Button>
    </li>
  );
}

/** What is said of a change to who has access to something. */
export function accessWords({ name: subject }: Pick<Share, "name">, thing: string) {
  return {
    changed: () => ({
      subject,
      label: "Change access",
      done: `What they may do to ${thing} is changed.`,
    }),
    removed: () => ({
      subject,
      label: "Remove access",
      done: `${thing} is not shared with them any more.`,
    }),
  };
}

import type { Tone } from "@/components/ui/badge";
import type { Person } from "@/server/access/person.schema";

const day = 24 * 3_600_000;
const hour = 3_600_000;

const states: Readonly<Record<Person["state"], { label: string; tone: Tone }>> = {
  active: { label: "Active", tone: "success" },
  invited: { label: "Invited", tone: "accent" },
  reset: { label: "Has to choose a password", tone: "warning" },
  disabled: { label: "Disabled", tone: "danger" },
};

/** How things stand with a user: a word, and how they sign in, or what their link is worth, where that is to be told. */
export function stateWords(
  { state, linkExpiresAt, provider }: Pick<Person, "state" | "linkExpiresAt" | "provider">,
  now: number,
): { label: string; tone: Tone; note: string | null } {
  if (provider !== null) return { ...states[state], note: "signs in by a provider" };
  const needsLink = state === "invited" || state === "reset";
  return { ...states[state], note: needsLink ? linkWords(linkExpiresAt, now) : null };
}

function linkWords(expiresAt: number | null, now: number): string {
  if (expiresAt === null) return "no link";
  const left = expiresAt - now;
  if (left <= 0) return "link has expired";
  if (left >= day) return `link expires in ${counted(Math.floor(left / day), "day")}`;
  return left >= hour ? `link expires in ${counted(Math.floor(left / hour), "hour")}` : "link expires soon";
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${one}s`;
}

import type { ActWords } from "@/components/data/use-told-action";

/** What is said when something was told to start with its host, or not to. */
export function autostartWords(subject: string, autostart: boolean): ActWords {
  return autostart
    ? { subject, label: "Start with the host", done: "It now starts with the host." }
    : { subject, label: "Don't start with the host", done: "It no longer starts with the host." };
}

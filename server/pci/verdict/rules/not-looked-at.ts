import { type Rule, reason } from "../rule";
import { listed, namedWithDriver } from "../words";

const fix =
  "Look at the host itself as root, or capture it anew with `passdeck capture` as root; else make sure by other means that nothing uses it.";

/** Sources that tell what a device is used for, and were not read: their silence is no proof that nothing uses it. */
export const notLookedAt: Rule = ({ functions }) => {
  const all = functions.flatMap((device) => device.notLookedAt);
  if (all.length === 0) return [];
  const weight = all.some((one) => one.weight === "risk") ? "risk" : "note";
  const asked = all.filter((one) => one.weight === weight);
  const questions = [...new Set(asked.map(({ question, source }) => `${question} (${source})`))];
  const devices = functions.filter((device) => device.notLookedAt.some((one) => one.weight === weight));
  const message = `Not looked at: ${listed(questions, String, 4)}. ${listed(devices, namedWithDriver)} may be in use without Passdeck knowing.`;
  return [reason(weight, "not-looked-at", devices, message, weight === "risk" ? fix : null)];
};

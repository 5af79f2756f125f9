import type { JudgedDevice } from "../schema";
import { deviceName } from "../start-check/device-name";
import { findMoved } from "../start-check/find-moved";
import { isSameDevice } from "../start-check/wanted-device";
import type { Reason } from "../verdict.schema";
import type { Member, MemberView } from "./named-device.schema";

/** How a member of a named device stands on its host now. */
export type MemberState = Pick<MemberView, "state" | "now" | "verdict" | "problem"> & {
  /** The device that is the member; null where it is not there. */
  device: JudgedDevice | null;
};

/**
 * How a member stands by what the host has now. A card that was put into another slot is found there where only one can
 * be it. @param others Addresses that the name's other members stand for.
 */
export function memberState(
  member: Member,
  devices: readonly JudgedDevice[],
  others: ReadonlySet<string>,
): MemberState {
  const there = devices.find(({ address }) => address === member.address);
  if (there !== undefined && isSameDevice(member, there)) return standing(there);
  const wanted = { address: member.address, managed: true, identity: member };
  const moved = findMoved(wanted, devices, others);
  const found = moved.kind === "found" ? devices.find(({ address }) => address === moved.address) : undefined;
  if (found !== undefined) return movedTo(found, member);
  return there === undefined ? gone(member) : exchanged(member, there);
}

function standing(device: JudgedDevice): MemberState {
  const block = blockOf(device);
  const known = { now: device.address, verdict: device.verdict.status, device };
  if (block === null) return { ...known, state: "fits", problem: null };
  return { ...known, state: "blocked", problem: [block.message, block.fix].filter(Boolean).join(" ") };
}

function movedTo(device: JudgedDevice, { address, label }: Member): MemberState {
  const state = standing(device);
  const problem = `${label} was at ${address} and is now at ${device.address}.`;
  return state.state === "fits" ? { ...state, state: "moved", problem } : state;
}

const nowhere = { verdict: null, device: null } as const;

function gone({ address, label }: Member): MemberState {
  return {
    ...nowhere,
    state: "gone",
    now: address,
    problem: `${label} is not there any more: nothing is at ${address}.`,
  };
}

function exchanged({ address, label }: Member, there: JudgedDevice): MemberState {
  const problem = `${label} is not there any more: ${deviceName(there)} is at its address.`;
  return { ...nowhere, state: "exchanged", now: address, problem };
}

/** Why no VM can have it. That another VM has it is no reason: it may be free again. */
export function blockOf({ verdict }: Pick<JudgedDevice, "verdict">): Reason | null {
  return (
    verdict.reasons.find(({ code, weight }) => weight === "block" && code !== "attached-elsewhere") ?? null
  );
}

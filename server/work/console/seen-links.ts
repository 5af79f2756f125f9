import type { Who } from "../../access/can";
import type { ConsoleLinkEntry } from "../../access/console-link.schema";
import { isAtLeast } from "../../access/role";
import type { VmKey } from "../../access/shared-object";
import type { Services } from "../services";

/** The links to a VM's consoles that work, and who is there by them; addresses for operators and administrators. */
export function seenLinks(
  { consoleLinks, consoleGuests }: Pick<Services, "consoleLinks" | "consoleGuests">,
  { user }: Pick<Who, "user">,
  vm: VmKey,
): ConsoleLinkEntry[] {
  const seesAddresses = user !== null && isAtLeast(user.level, "operator");
  const seen = (address: string | null) => (seesAddresses ? address : null);
  return consoleLinks.ofVm(vm).map((link) => {
    const { id, kind, readOnly, label, madeBy, createdAt, expiresAt, lastUsedAt } = link;
    const guests = consoleGuests
      .at(link)
      .map((seat) => ({ id: seat.id, since: seat.since, address: seen(seat.person.address) }));
    const lastUsedAddress = seen(link.lastUsedAddress);
    return { id, kind, readOnly, label, madeBy, createdAt, expiresAt, lastUsedAt, lastUsedAddress, guests };
  });
}

import { RateLimiterMemory } from "rate-limiter-flexible";
import { addressKey } from "../../access/address-key";
import type { AuditSink } from "../../access/audit";
import { consoleLinkLimits } from "../../access/console-link.schema";
import type { ConsoleLink, ConsoleLinks } from "../../access/console-links";
import type { Consoles, ConsoleViewer } from "../../console/consoles";
import type { GraphicalConsoles } from "../../console/graphical/graphical-consoles";
import type { ConsolePeople } from "../../console/people/console-people";
import type { ConsolePlace } from "../../console/people/person";
import type { Seat } from "../../console/people/seat";
import type { IssuedTicket } from "../../console/tickets";
import { AppError } from "../../errors";

/** Wrong links from one address that are looked at, and kept in the audit, in a quarter of an hour. */
const wrongLinks = { points: 20, duration: 15 * 60 } as const;
/** Guests at one console by all its links together, so that they leave room for users. */
const mostAtConsole = 8;
/** What a guest's id begins with. No user's does. */
const idPrefix = "link:";

export interface ConsoleGuestsOptions {
  links: ConsoleLinks;
  consoles: Pick<Consoles, "issueTicket" | "holderOf">;
  graphicalConsoles: Pick<GraphicalConsoles, "issueTicket" | "holderOf">;
  people: Pick<ConsolePeople, "at">;
  audit: AuditSink;
}

/** Those who come to a console by a link, without an account: they have a ticket of that console, and nothing else here. */
export class ConsoleGuests {
  readonly #options: ConsoleGuestsOptions;
  readonly #wrong = new RateLimiterMemory(wrongLinks);

  constructor(options: ConsoleGuestsOptions) {
    this.#options = options;
  }

  /**
   * The link that works by `token`. A right one is let in whatever others tried from its address: 256 random bits are not
   * guessed.
   * @throws AppError "not-found" where it is none, or has ended; "too-many-requests" after too many that are none.
   */
  async linkOf(token: string, address: string): Promise<ConsoleLink> {
    const { links } = this.#options;
    const link = links.ofToken(token);
    if (link === null) throw await this.#refused(address);
    const ended = links.whyEnded(link);
    if (ended === null) return link;
    throw new AppError("not-found", { userMessage: `${ended} Ask whoever gave it to you for a new one.` });
  }

  /**
   * A ticket that opens the console of a link once.
   * @throws AppError "conflict" where as many guests as may be are there.
   */
  ticketOf(link: ConsoleLink, readOnly: boolean, address: string): IssuedTicket {
    const full = this.#whyFull(link);
    if (full !== null) throw new AppError("conflict", { userMessage: full });
    const { hostId, vmId, kind } = link;
    const ticket = this.#opener(kind).issueTicket(
      { id: `${idPrefix}${link.id}` },
      { hostId, vmId, kind, readOnly: readOnly || link.readOnly },
    );
    this.#options.links.used(link.id, address);
    return ticket;
  }

  /** The guest who holds an unused ticket for a console of a kind; null where it is none, or nobody more may come. */
  holderOf(
    kind: ConsolePlace["kind"],
    ticket: string,
    address: string,
  ): { linkId: string; viewer: ConsoleViewer } | null {
    const holder = this.#opener(kind).holderOf(ticket);
    if (holder === null || !holder.startsWith(idPrefix)) return null;
    const link = this.#options.links.working(holder.slice(idPrefix.length));
    if (link === null || this.#whyFull(link) !== null) return null;
    return { linkId: link.id, viewer: this.#viewerOf(link, address) };
  }

  /** Who is at a link's console by it. */
  at(link: ConsoleLink): readonly Seat[] {
    return this.#options.people.at(link).filter(({ person }) => person.id === `${idPrefix}${link.id}`);
  }

  #viewerOf({ id, label, madeBy, hostId, vmId, kind }: ConsoleLink, address: string): ConsoleViewer {
    return {
      id: `${idPrefix}${id}`,
      name: label === null ? "Guest" : `Guest (${label})`,
      role: "guest",
      address,
      guestOf: madeBy,
      sharesVm: () => false,
      mayOpen: (grant) => {
        const link = this.#options.links.working(id);
        const isThis = grant.hostId === hostId && grant.vmId === vmId && grant.kind === kind;
        return link !== null && isThis && (grant.readOnly || !link.readOnly);
      },
    };
  }

  #opener(kind: ConsolePlace["kind"]) {
    return kind === "serial" ? this.#options.consoles : this.#options.graphicalConsoles;
  }

  #whyFull(link: ConsoleLink): string | null {
    if (this.at(link).length >= consoleLinkLimits.guests)
      return `${consoleLinkLimits.guests} browsers show this console by this link already. Close one of them.`;
    const guests = this.#options.people.at(link).filter(({ person }) => person.guestOf !== undefined);
    return guests.length >= mostAtConsole
      ? "Too many viewers are at this console by links already. Try again later."
      : null;
  }

  async #refused(address: string): Promise<AppError> {
    const mayTry = await this.#wrong.consume(addressKey(address)).then(
      () => true,
      () => false,
    );
    if (!mayTry)
      return new AppError("too-many-requests", {
        userMessage: "Too many wrong links from your address. Wait a quarter of an hour.",
      });
    const userMessage =
      "This link is none, or has ended some time ago. Look whether the whole of it is in the address bar, or ask for a new one.";
    this.#options.audit.record({
      who: null,
      address,
      at: Date.now(),
      tookMs: 0,
      act: "guest.link",
      title: "Open a console by a link",
      subject: "",
      changes: true,
      objects: [],
      outcome: "refused",
      problem: userMessage,
    });
    return new AppError("not-found", { userMessage });
  }
}

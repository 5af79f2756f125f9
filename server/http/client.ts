import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** The other end of a request, proxies looked through. */
export interface Client {
  address: string;
  /** The server's own end of the connection: of the last part of it, where there is a proxy. */
  localAddress: string;
  /** The browser's side of the connection is encrypted. */
  secure: boolean;
}

/** What a request shows of where it comes from. */
export interface ConnectionFacts {
  peer: string | undefined;
  local: string | undefined;
  encrypted: boolean;
  forwardedFor: string | undefined;
  forwardedProto: string | undefined;
  /** The other end is a Passdeck that stands by, and has passed the request on. */
  fromStandby?: boolean;
}

/** Addresses, and networks such as "10.0.0.0/8". */
export function addressList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", length] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (length === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(length), family);
  }
  return list;
}

/**
 * Who the client is. X-Forwarded-For and X-Forwarded-Proto count only when a trusted proxy or a standby sent them, and of the chain
 * of addresses only what trusted proxies added: the last that is none of them is the client.
 */
export function clientOf(facts: ConnectionFacts, trusted: BlockList): Client {
  const peer = plainAddress(facts.peer ?? "");
  const localAddress = plainAddress(facts.local ?? "");
  if (facts.fromStandby !== true && !isTrusted(peer, trusted))
    return { address: peer, localAddress, secure: facts.encrypted };
  const chain = (facts.forwardedFor ?? "").split(",").map((item) => plainAddress(item.trim()));
  let address = peer;
  for (const hop of chain.reverse()) {
    if (isIP(hop) === 0) break;
    address = hop;
    if (!isTrusted(hop, trusted)) break;
  }
  const proto = facts.forwardedProto?.split(",").at(-1)?.trim().toLowerCase();
  return { address, localAddress, secure: facts.encrypted || proto === "https" };
}

/** What `clientOf` needs, from a request. */
export function connectionFacts({ socket, headers }: IncomingMessage): ConnectionFacts {
  return {
    peer: socket.remoteAddress,
    local: socket.localAddress,
    encrypted: "encrypted" in socket && socket.encrypted === true,
    forwardedFor: headers["x-forwarded-for"]?.toString(),
    forwardedProto: headers["x-forwarded-proto"]?.toString(),
  };
}

/** Whether an address is one of the trusted proxies', in whichever form a socket shows it. */
export function isTrusted(shown: string, trusted: BlockList): boolean {
  const address = plainAddress(shown);
  const family = isIP(address);
  return family > 0 && trusted.check(address, family === 6 ? "ipv6" : "ipv4");
}

/** An IPv4 address as a dual-stack socket shows it, "::ffff:10.0.0.1", in its usual form. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

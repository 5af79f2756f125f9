import { HostRouteError } from "../route/host-route-error";
import { hopWords } from "./ssh-hops.schema";
import type { SshRoute } from "./ssh-route.schema";

/** What OpenSSH says (its messages are not translated), in the order in which it is looked for. */
const rules: readonly (readonly [RegExp, (route: SshRoute, found: RegExpMatchArray) => HostRouteError])[] = [
  [/REMOTE HOST IDENTIFICATION HAS CHANGED/, keyChanged],
  [
    /No \S+ host key is known for|Host key verification failed/,
    (route) =>
      new HostRouteError(
        "key-unknown",
        `The host key of ${nameOf(route)}, or of a jump host before it, was never accepted.`,
        "Look at its key and accept it if its fingerprint is the host's own (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub on the host).",
      ),
  ],
  [
    /Could not resolve hostname (\S+?):/,
    (route, [, name]) =>
      new HostRouteError(
        "no-name",
        `The name ${name ?? route.target.host} leads to no address.`,
        "Check the spelling and DNS, or give the host's address.",
      ),
  ],
  [
    /Permission denied \(([^)]*)\)|Too many authentication failures|No more authentication methods/,
    (route, [, ways]) =>
      new HostRouteError(
        "sign-in",
        `${nameOf(route)} does not let Passdeck sign in${ways ? ` (it takes: ${ways})` : ""}.`,
        "Put Passdeck's public key into the user's ~/.ssh/authorized_keys on the host, or give another key or password.",
      ),
  ],
  [
    /stdio forwarding failed|Connection to UNKNOWN port 65535/,
    (route) =>
      new HostRouteError(
        "unreachable",
        `A jump host does not lead on to ${nameOf(route)}.`,
        "Check that the jump host is up, reaches the host at that address and port, and lets TCP be forwarded (AllowTcpForwarding).",
      ),
  ],
  [
    /Connection refused/,
    (route) =>
      new HostRouteError(
        "unreachable",
        `Nobody answers ssh on ${nameOf(route)}: the connection was refused.`,
        "Check the port, and that sshd runs on the host (systemctl status ssh).",
      ),
  ],
  [/timed out|not responding/i, unreachable("it does not answer")],
  [/No route to host|Network is unreachable|Host is down/, unreachable("no way leads there")],
  [
    /kex_exchange_identification|Connection (reset|closed) by/,
    (route) =>
      new HostRouteError(
        "unreachable",
        `${nameOf(route)} closed the connection before anybody signed in.`,
        "Check that ssh listens on that port, and that sshd does not turn connections away (MaxStartups, fail2ban).",
      ),
  ],
];

/** Why ssh did not get to a host. @param said All that it wrote to standard error. */
export function sshTrouble(route: SshRoute, said: string): HostRouteError {
  for (const [pattern, make] of rules) {
    const found = said.match(pattern);
    if (found) return make(route, found);
  }
  const last = lastLine(said);
  return new HostRouteError(
    "unreachable",
    `ssh did not get to ${nameOf(route)}${last === "" ? "" : `: ${last}`}.`,
    `Try “ssh ${hopWords(route.target)}” as the user that Passdeck runs as.`,
  );
}

/** The connection stood, and is gone. @param said What ssh has said of it. */
export function sshEnded(route: SshRoute, said: string): HostRouteError {
  const why = /not responding/.test(said) ? "it has not answered for 15 s" : lastLine(said) || "ssh ended";
  return new HostRouteError(
    "ended",
    `The connection to ${nameOf(route)} was lost: ${why}.`,
    "Passdeck keeps trying. If it stays away, check that the host is up and reachable.",
  );
}

function keyChanged(route: SshRoute, _found: RegExpMatchArray): HostRouteError {
  return new HostRouteError(
    "key-changed",
    `${nameOf(route)}, or a jump host before it, has another host key than the accepted one.`,
    "If the host was installed anew, look at its new key and accept it. If not, somebody may be in between: do not go on.",
  );
}

function unreachable(why: string): (route: SshRoute) => HostRouteError {
  return (route) =>
    new HostRouteError(
      "unreachable",
      `${nameOf(route)} can’t be reached: ${why}.`,
      "Check that the host is up, its address, and what firewalls lie between.",
    );
}

function nameOf({ target }: SshRoute): string {
  return hopWords(target);
}

function lastLine(said: string): string {
  return said.trim().split("\n").at(-1)?.trim().replace(/\.$/, "") ?? "";
}

import { expect, test } from "vitest";
import { sshEnded, sshTrouble } from "./ssh-trouble";

const route = { target: { host: "atlas", port: 2222, user: "kvm" }, jumps: [] };

/** What OpenSSH 9.2 says. */
test.each([
  ["ssh: Could not resolve hostname atlas: Temporary failure in name resolution", "no-name"],
  ["ssh: connect to host atlas port 2222: Connection timed out", "unreachable"],
  ["ssh: connect to host atlas port 2222: No route to host", "unreachable"],
  ["ssh: connect to host atlas port 2222: Connection refused", "unreachable"],
  ["Connection timed out during banner exchange\nConnection to 10.0.0.7 port 22 timed out", "unreachable"],
  ["kex_exchange_identification: Connection closed by remote host", "unreachable"],
  ["kex_exchange_identification: read: Connection reset by peer", "unreachable"],
  ["Connection to UNKNOWN port 65535 timed out", "unreachable"],
  ["channel 0: open failed: connect failed: No route to host\nstdio forwarding failed", "unreachable"],
  [
    "No ED25519 host key is known for passdeck-hop-1 and you have requested strict checking.\nHost key verification failed.",
    "key-unknown",
  ],
  [
    "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\nHost key for passdeck-hop-1 has changed and you have requested strict checking.\nHost key verification failed.",
    "key-changed",
  ],
  ["kvm@passdeck-hop-1: Permission denied (publickey,password).", "sign-in"],
  ["Received disconnect from 10.0.0.7 port 22:2: Too many authentication failures", "sign-in"],
  ["", "unreachable"],
])("%j", (said, trouble) => {
  expect(sshTrouble(route, said)).toMatchObject({
    trouble,
    message: expect.stringMatching(/atlas|jump host/),
  });
});

test("a host that was lost is told by name", () => {
  expect(sshEnded(route, "Timeout, server atlas not responding.").message).toContain("15 s");
  expect(sshEnded(route, "").message).toBe("The connection to kvm@atlas:2222 was lost: ssh ended.");
});

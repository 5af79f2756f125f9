import { expect, test } from "vitest";
import { sshFiles } from "./ssh-config";
import { sshRouteSchema } from "./ssh-route.schema";

const options = {
  knownHostsPath: "/tmp/a folder/100%",
  learnsKeys: false,
  agentPath: null,
  included: ["/root/.ssh/config"],
};
const hop = (host: string) => ({ host, port: null, user: null });

test("each hop goes by way of the one before, with a key of its own", () => {
  const route = { target: { host: "atlas", port: 2222, user: "kvm" }, jumps: [hop("gate"), hop("inner")] };
  const pins = ["AAAA", "BBBB", "CCCC"].map((key) => ({ type: "ssh-ed25519", key }));
  const { config, knownHosts } = sshFiles(route, pins, options);
  expect(config).toContain("Host gate\n  HostKeyAlias passdeck-hop-1\nHost inner");
  expect(config).toContain("Host inner\n  HostKeyAlias passdeck-hop-2\n  ProxyJump gate");
  expect(config).toContain(
    "Host atlas\n  HostKeyAlias passdeck-hop-3\n  Port 2222\n  User kvm\n  ProxyJump inner\nMatch all",
  );
  expect(knownHosts.split("\n")[2]).toBe("passdeck-hop-3 ssh-ed25519 CCCC");
});

test("what guards the keys comes before the user's own configuration, which could not take it back", () => {
  const { config } = sshFiles({ target: hop("atlas"), jumps: [] }, [], options);
  const lines = config.trim().split("\n");
  expect(lines.at(-1)).toBe('  Include "/root/.ssh/config"');
  expect(lines).toContain("  StrictHostKeyChecking yes");
  expect(lines).toContain('  UserKnownHostsFile "/tmp/a folder/100%%"');
});

test.each(["-oProxyCommand=x", "a b", "a\nProxyCommand x", "*", "a,b", "!a", '"a', "a'", "$(id)", "a;b", ""])(
  "%j is no host",
  (host) => {
    expect(sshRouteSchema.safeParse({ target: hop(host), jumps: [] }).success).toBe(false);
  },
);

test.each(["atlas", "10.0.0.7", "fe80::1%eth0", "[::1]", "kvm-1.lan", "bücher.example"])(
  "%j is one",
  (host) => {
    expect(sshRouteSchema.safeParse({ target: hop(host), jumps: [] }).success).toBe(true);
  },
);

test("a route does not lead by way of its own end", () => {
  expect(sshRouteSchema.safeParse({ target: hop("atlas"), jumps: [hop("atlas")] }).success).toBe(false);
});

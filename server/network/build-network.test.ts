import { expect, test } from "vitest";
import { schemaProblems } from "../domain/validate/schema-problems";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { buildNetwork } from "./build-network";
import { type CreateNetworkRequest, createNetworkSchema } from "./network-request.schema";
import { readNetwork } from "./read-network";

const networkSchema = "network.rng";
const installed = await schemasHere.files();

const own = {
  name: "lab",
  autostart: true,
  ipv4: { address: "10.7.0.1", prefix: 20, dhcp: { start: "10.7.0.2", end: "10.7.15.254" } },
  ipv6: { address: "fd00:7::1", prefix: 64, dhcp: { start: "fd00:7::100", end: "fd00:7::1ff" } },
  domain: "lab.home.arpa",
  dns: false,
};
const requests: CreateNetworkRequest[] = [
  { ...own, mode: "nat", device: null, natIpv6: true },
  { ...own, mode: "nat", device: "eno1", natIpv6: false, ipv6: null },
  { ...own, mode: "route", device: "eno1", ipv4: null, domain: null },
  { ...own, mode: "isolated", dns: true },
  { ...own, mode: "isolated", ipv4: null, ipv6: null, domain: null, dns: true },
  { name: "a & <b>", autostart: false, mode: "bridge", bridge: "br0" },
  { name: "lab", autostart: false, mode: "macvtap", device: "eno1" },
];

test.each(requests)("what is asked for is what is read: %j", (request) => {
  const read = readNetwork(buildNetwork(request));
  expect(read.name).toBe(request.name);
  if (request.mode === "bridge") {
    expect(read).toMatchObject({ mode: "bridge", bridge: "br0", ips: [] });
  } else if (request.mode === "macvtap") {
    expect(read).toMatchObject({ mode: "bridge", bridge: null, devices: ["eno1"] });
  } else {
    const { mode, domain, dns } = request;
    const wanted = [request.ipv4, request.ipv6].flatMap((ip) =>
      ip === null
        ? []
        : [{ address: ip.address, prefix: ip.prefix, ranges: ip.dhcp === null ? [] : [ip.dhcp] }],
    );
    expect(read).toMatchObject({ mode, domain, dns, ips: wanted });
  }
});

test.runIf(installed !== null).each(
  // The schema wants no "&" and no "<" in a network's name, which our own schema lets nobody send either.
  requests.filter(({ name }) => name === "lab"),
)("it is a network by libvirt's schema: %j", async (request) => {
  expect(createNetworkSchema.safeParse(request).success).toBe(true);
  expect(await schemaProblems(buildNetwork(request), schemasHere, networkSchema)).toEqual([]);
});

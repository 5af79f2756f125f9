"use client";

import { networkObject, useRights } from "@/components/data/use-rights";
import { Card, CardHeader } from "@/components/ui/card";
import { Fact, Facts } from "@/components/ui/facts";
import { ReasonButton } from "@/components/ui/reason-button";
import type { NetworkAddressing, NetworkSummary } from "@/server/network/network.schema";
import { useReservation } from "./use-reservation";

/** What a network is made of, in words. */
export function FactsCard({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const { bridge, devices, ips, domain, dns, autostart, persistent, mode } = network;
  return (
    <Card>
      <CardHeader title="Definition" />
      <Facts>
        {bridge === null ? null : (
          <Fact name={mode === "bridge" ? "Host bridge" : "Bridge"} mono>
            {bridge}
          </Fact>
        )}
        {devices.length === 0 ? null : (
          <Fact name="Network card" mono>
            {devices.join(", ")}
          </Fact>
        )}
        {ips.map((ip) => (
          <AddressingFacts key={`${ip.family} ${ip.address}`} ip={ip} />
        ))}
        <Reservations hostId={hostId} network={network} />
        {ips.length === 0 ? null : <Fact name="DNS">{dns ? "On" : "Off"}</Fact>}
        {domain === null ? null : <Fact name="Domain">{domain}</Fact>}
        <Fact name="Starts with the host">{autostart ? "Yes" : "No"}</Fact>
        {persistent ? null : <Fact name="Persistent">No: its definition is lost when it is stopped</Fact>}
        <Fact name="UUID" mono>
          {network.uuid}
        </Fact>
      </Facts>
    </Card>
  );
}

function AddressingFacts({ ip: { family, address, prefix, ranges } }: { ip: NetworkAddressing }) {
  const label = family === "ipv4" ? "IPv4" : "IPv6";
  return (
    <>
      <Fact name={label} mono>
        {address}/{prefix}
      </Fact>
      <Fact name={family === "ipv4" ? "DHCP" : "DHCPv6"} mono={ranges.length > 0}>
        {ranges.length === 0
          ? "Off"
          : ranges.map(({ start, end }) => <p key={start}>{`${start} – ${end}`}</p>)}
      </Fact>
    </>
  );
}

function Reservations({ hostId, network }: { hostId: string; network: NetworkSummary }) {
  const mayNot = useRights(networkObject(hostId, network));
  const reservation = useReservation(hostId, network);
  const kept = network.ips.flatMap(({ reservations }) => reservations);
  if (kept.length === 0) return null;
  return (
    <Fact name="DHCP reservations">
      <ul>
        {kept.map(({ address, mac, name }) => (
          <li key={address} className="flex flex-wrap items-center gap-x-2">
            <span className="wrap-anywhere font-mono text-sm">
              {[address, name, mac].filter((part) => part !== null).join(" ")}
            </span>
            {mac === null ? null : (
              <ReasonButton
                size="sm"
                reason={mayNot("network.reserve")}
                aria-label={`Release ${address}`}
                onClick={() => reservation("release", { mac, address })}
              >
                Release
              </ReasonButton>
            )}
          </li>
        ))}
      </ul>
    </Fact>
  );
}

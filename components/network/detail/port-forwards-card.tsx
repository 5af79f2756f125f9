"use client";

import { useState } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { CodeText } from "@/components/ui/code-text";
import { Field } from "@/components/ui/form/field";
import { TextField } from "@/components/ui/form/text-field";
import { Select } from "@/components/ui/select";
import type { Lease } from "@/server/network/leases.schema";
import type { NetworkSummary } from "@/server/network/network.schema";
import { useHostNetworking } from "../use-host-networking";
import { forwardCommands } from "./forward-commands";

export interface PortForwardsCardProps {
  hostId: string;
  network: NetworkSummary;
  leases: readonly Lease[];
}

/** Says that libvirt has no port forwards for NAT, and what to do instead. */
export function PortForwardsCard({ hostId, network, leases }: PortForwardsCardProps) {
  const first = leases.find(({ address }) => !address.includes(":"))?.address;
  const [written, setWritten] = useState<string | null>(null);
  const [hostPort, setHostPort] = useState("8080");
  const [guestPort, setGuestPort] = useState("80");
  const [protocol, setProtocol] = useState<"tcp" | "udp">("tcp");
  const address = written ?? first ?? "";
  const isAddress = isIpv4(address);
  const ports = { hostPort: portOf(hostPort), guestPort: portOf(guestPort) };
  return (
    <Card>
      <CardHeader title="Port forwards" />
      <div className="flex flex-col gap-3 px-4 py-3">
        <p>
          libvirt has no port forwards for NAT networks. To reach a VM from the LAN permanently, connect it to
          a host bridge. For a single port, run these commands as root on the host:
        </p>
        <div className="grid grid-cols-2 gap-2">
          <TextField
            label="Host port"
            inputMode="numeric"
            value={hostPort}
            problem={ports.hostPort === null ? badPort : null}
            onChange={setHostPort}
          />
          <Field label="Protocol">
            {(attributes) => (
              <Select
                {...attributes}
                className="w-full"
                value={protocol}
                onChange={({ target }) => setProtocol(target.value === "udp" ? "udp" : "tcp")}
              >
                <option value="tcp">TCP</option>
                <option value="udp">UDP</option>
              </Select>
            )}
          </Field>
          <TextField
            label="VM address"
            mono
            value={address}
            problem={address === "" || isAddress ? null : "Enter an IPv4 address."}
            onChange={setWritten}
          />
          <TextField
            label="VM port"
            inputMode="numeric"
            value={guestPort}
            problem={ports.guestPort === null ? badPort : null}
            onChange={setGuestPort}
          />
        </div>
        {isAddress && ports.hostPort !== null && ports.guestPort !== null && network.bridge !== null ? (
          <Commands
            hostId={hostId}
            forward={{
              protocol,
              hostPort: ports.hostPort,
              guestPort: ports.guestPort,
              address,
              bridge: network.bridge,
            }}
          />
        ) : (
          <p className="text-muted text-sm">Enter an address to see the commands.</p>
        )}
      </div>
    </Card>
  );
}

function Commands({ hostId, forward }: { hostId: string; forward: Parameters<typeof forwardCommands>[0] }) {
  const host = useHostNetworking(hostId).data ?? null;
  const firewall = host?.firewall ?? "iptables";
  return (
    <>
      <CodeText text={forwardCommands(forward, firewall)} what="Commands" />
      <p className="text-muted text-sm">
        For libvirt's {firewall} rules, which this host {host === null ? "probably has" : "has"}. They last
        until the network or the host restarts. To keep them, run them from /etc/libvirt/hooks/network and
        reserve the address for the VM. On the host itself, use the VM's address.
      </p>
    </>
  );
}

/** The browser's own reader gives it back unchanged; a library for it would cost the page 4 kB. */
function isIpv4(text: string): boolean {
  return (
    /^[\d.]+$/.test(text) && URL.canParse(`http://${text}`) && new URL(`http://${text}`).hostname === text
  );
}

const badPort = "A port is a number from 1 to 65535.";

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? port : null;
}

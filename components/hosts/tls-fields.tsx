"use client";

import { OptionalNumberField } from "@/components/ui/form/number-field";
import { TextField } from "@/components/ui/form/text-field";
import type { HostRoute } from "@/server/host/route/host-route.schema";
import type { Problems } from "./host-draft";
import { PastedField } from "./pasted-field";

type TlsRoute = Extract<HostRoute, { transport: "tls" }>;

export interface TlsFieldsProps {
  route: TlsRoute;
  problems: Problems;
  onChange(route: TlsRoute): void;
}

/** Where libvirt listens with TLS. */
export function TlsAddressFields({ route, problems, onChange }: TlsFieldsProps) {
  const { target } = route;
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_6rem]">
      <TextField
        label="Address"
        mono
        required
        autoCapitalize="none"
        maxLength={253}
        placeholder="atlas.example.org"
        problem={problems["route.target.host"]}
        value={target.host}
        onChange={(host) => onChange({ ...route, target: { ...target, host } })}
      />
      <OptionalNumberField
        label="Port"
        min={1}
        max={65535}
        placeholder="16514"
        problem={problems["route.target.port"]}
        value={target.port}
        onChange={(port) => onChange({ ...route, target: { ...target, port } })}
      />
    </div>
  );
}

/** Whom the host is believed by, and what it believes Passdeck by. */
export function CertificateFields({ route, problems, onChange }: TlsFieldsProps) {
  return (
    <>
      <PastedField
        label="CA certificate"
        note="The authority’s that has signed the host’s certificate: /etc/pki/CA/cacert.pem there."
        placeholder={pem}
        longest={longestCertificate}
        problem={problems["route.ca"]}
        value={route.ca}
        onChange={(ca) => onChange({ ...route, ca })}
      />
      <PastedField
        label="Client certificate"
        note="Passdeck’s own, signed by the authority that the host believes."
        placeholder={pem}
        longest={longestCertificate}
        problem={problems["route.certificate"]}
        value={route.certificate}
        onChange={(certificate) => onChange({ ...route, certificate })}
      />
    </>
  );
}

const pem = "-----BEGIN CERTIFICATE-----";
const longestCertificate = 65_536;

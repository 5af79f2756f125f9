import { CheckField } from "@/components/ui/form/check-field";
import { Field } from "@/components/ui/form/field";
import { TextField } from "@/components/ui/form/text-field";
import { Select } from "@/components/ui/select";
import { isOwn, ownModes } from "@/server/network/edit/network-settings.schema";
import type { HostNetworking } from "@/server/network/host/host-network.schema";
import { LinkField } from "../create/link-field";
import { kindWords } from "../network-words";
import { IpFields } from "./ip-fields";
import { RowList } from "./row-list";
import type { Problems, SettingsDraft } from "./settings-draft";

export interface SettingsFieldsProps {
  draft: SettingsDraft;
  /** null where the host's files can't be read. */
  host: HostNetworking | null;
  /** It goes out through several, which the form leaves alone. */
  severalDevices: boolean;
  problems: Problems;
  onChange(part: Partial<SettingsDraft>): void;
}

/** What can be changed of a network, by what it is made of. */
export function SettingsFields(props: SettingsFieldsProps) {
  const { draft, host, problems, onChange } = props;
  if (isOwn(draft)) return <OwnFields {...props} />;
  if (draft.mode === "bridge" && draft.bridge !== "") {
    return (
      <LinkField
        label="Bridge"
        note="The existing bridge is used as it is; the host is not changed."
        links={host?.links.filter(({ kind }) => kind === "bridge") ?? null}
        value={draft.bridge}
        problem={problems.bridge}
        onChange={(bridge) => onChange({ bridge })}
      />
    );
  }
  return <DeviceField {...props} label="Network card" note="VMs are connected directly to it." />;
}

function OwnFields(props: SettingsFieldsProps) {
  const { draft, problems, onChange } = props;
  const { mode, bridge, natIpv6, mtu, domain, dns, dnsHosts, ipv4, ipv6 } = draft;
  const kind = { mode, bridge, devices: [] };
  return (
    <>
      <Field label="Forward mode" note={kindWords(kind).meaning}>
        {(attributes) => (
          <Select
            {...attributes}
            className="w-full"
            value={mode}
            onChange={({ target }) =>
              onChange({ mode: ownModes.find((one) => one === target.value) ?? mode })
            }
          >
            {ownModes.map((one) => (
              <option key={one} value={one}>
                {kindWords({ ...kind, mode: one }).label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {mode === "nat" || mode === "route" ? (
        <DeviceField
          {...props}
          label="Forward through"
          note="If you choose a device, VMs reach nothing through the others."
          none="Any device"
        />
      ) : null}
      <IpFields family="ipv4" draft={ipv4} problems={problems} onChange={(to) => onChange({ ipv4: to })} />
      <IpFields family="ipv6" draft={ipv6} problems={problems} onChange={(to) => onChange({ ipv6: to })} />
      {mode === "nat" && ipv6.on ? (
        <CheckField
          label="NAT for IPv6"
          note="If off, IPv6 is routed and your router needs a route."
          checked={natIpv6}
          onChange={(on) => onChange({ natIpv6: on })}
        />
      ) : null}
      <CheckField label="DNS server on the host" checked={dns} onChange={(on) => onChange({ dns: on })} />
      {problems.dns === undefined ? null : <p className="text-danger text-sm">{problems.dns}</p>}
      <TextField
        label="Domain (optional)"
        value={domain}
        problem={problems.domain}
        onChange={(text) => onChange({ domain: text })}
      />
      <RowList
        title="Additional DNS names"
        item="DNS name"
        path="dnsHosts"
        columns={[
          { key: "address", label: "Address" },
          { key: "names", label: "Names" },
        ]}
        rows={dnsHosts}
        problems={problems}
        onChange={(rows) => onChange({ dnsHosts: rows })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Bridge"
          mono
          value={bridge}
          problem={problems.bridge}
          onChange={(text) => onChange({ bridge: text })}
        />
        <TextField
          label="MTU (optional)"
          inputMode="numeric"
          placeholder="1500"
          value={mtu}
          problem={problems.mtu}
          onChange={(text) => onChange({ mtu: text })}
        />
      </div>
    </>
  );
}

interface DeviceFieldProps extends SettingsFieldsProps {
  label: string;
  note: string;
  none?: string;
}

function DeviceField({ draft, host, severalDevices, problems, onChange, ...words }: DeviceFieldProps) {
  if (severalDevices) {
    return (
      <p className="text-muted text-sm">
        It uses several network cards. They can be changed only in the XML.
      </p>
    );
  }
  const own = draft.bridge;
  return (
    <LinkField
      {...words}
      links={host?.links.filter(({ portOf, name }) => portOf === null && name !== own) ?? null}
      value={draft.device}
      problem={problems.device}
      onChange={(device) => onChange({ device })}
    />
  );
}

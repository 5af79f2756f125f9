/** What libvirt's own filters do (https://libvirt.org/formatnwfilter.html#pre-existing-network-filters). */
const words: Readonly<Record<string, string>> = {
  "allow-arp": "lets ARP pass",
  "allow-dhcp": "lets DHCP requests pass, from any server",
  "allow-dhcp-server": "lets DHCP requests pass, from a server that is named",
  "allow-dhcpv6": "lets DHCPv6 requests pass, from any server",
  "allow-dhcpv6-server": "lets DHCPv6 requests pass, from a server that is named",
  "allow-incoming-ipv4": "lets IPv4 in",
  "allow-incoming-ipv6": "lets IPv6 in",
  "allow-ipv4": "lets IPv4 pass",
  "allow-ipv6": "lets IPv6 pass",
  "clean-traffic": "keeps the guest from faking its MAC, IP and ARP addresses",
  "clean-traffic-gateway": "as clean-traffic, and lets the guest talk to its gateway only",
  "no-arp-ip-spoofing": "keeps the guest from faking IP addresses in ARP",
  "no-arp-mac-spoofing": "keeps the guest from faking MAC addresses in ARP",
  "no-arp-spoofing": "keeps the guest from faking addresses in ARP",
  "no-ip-multicast": "keeps the guest from sending multicast",
  "no-ip-spoofing": "keeps the guest from faking its IPv4 address",
  "no-ipv6-multicast": "keeps the guest from sending IPv6 multicast",
  "no-ipv6-spoofing": "keeps the guest from faking its IPv6 address",
  "no-mac-broadcast": "keeps the guest from sending broadcasts",
  "no-mac-spoofing": "keeps the guest from faking its MAC address",
  "no-other-l2-traffic": "drops all that was not let pass before",
  "no-other-rarp-traffic": "drops RARP that was not let pass before",
  "qemu-announce-self": "lets QEMU announce the guest after a migration",
  "qemu-announce-self-rarp": "lets QEMU announce the guest by RARP after a migration",
};

/** What a filter does; null of those that are not libvirt's own. */
export function filterWords(name: string): string | null {
  return words[name] ?? null;
}

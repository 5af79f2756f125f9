/** What libvirt's own filters do (https://libvirt.org/formatnwfilter.html#pre-existing-network-filters). */
const words: Readonly<Record<string, string>> = {
  "allow-arp": "allows ARP",
  "allow-dhcp": "allows DHCP from any server",
  "allow-dhcp-server": "allows DHCP from a given server",
  "allow-dhcpv6": "allows DHCPv6 from any server",
  "allow-dhcpv6-server": "allows DHCPv6 from a given server",
  "allow-incoming-ipv4": "allows incoming IPv4",
  "allow-incoming-ipv6": "allows incoming IPv6",
  "allow-ipv4": "allows IPv4",
  "allow-ipv6": "allows IPv6",
  "clean-traffic": "prevents MAC, IP and ARP spoofing",
  "clean-traffic-gateway": "as clean-traffic, and allows traffic only to the gateway",
  "no-arp-ip-spoofing": "prevents spoofing of IP addresses in ARP",
  "no-arp-mac-spoofing": "prevents spoofing of MAC addresses in ARP",
  "no-arp-spoofing": "prevents ARP spoofing",
  "no-ip-multicast": "blocks outgoing multicast",
  "no-ip-spoofing": "prevents IPv4 spoofing",
  "no-ipv6-multicast": "blocks outgoing IPv6 multicast",
  "no-ipv6-spoofing": "prevents IPv6 spoofing",
  "no-mac-broadcast": "blocks outgoing broadcasts",
  "no-mac-spoofing": "prevents MAC spoofing",
  "no-other-l2-traffic": "drops everything else",
  "no-other-rarp-traffic": "drops other RARP",
  "qemu-announce-self": "allows QEMU's announcements after a migration",
  "qemu-announce-self-rarp": "allows QEMU's RARP announcements after a migration",
};

/** What a filter does; null of those that are not libvirt's own. */
export function filterWords(name: string): string | null {
  return words[name] ?? null;
}

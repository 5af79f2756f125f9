/** What is switched on in a firmware's setup. */
export type FirmwareSetting = "virtualization" | "iommu" | "above-4g" | "integrated-graphics";

/** Where a maker's menus have it, by whose processor the board is for. */
type Menus = Readonly<Record<FirmwareSetting, { intel: string; amd: string } | string>>;

const boards = {
  asus: {
    virtualization: {
      intel: "Advanced → CPU Configuration → Intel (VMX) Virtualization Technology",
      amd: "Advanced → CPU Configuration → SVM Mode",
    },
    iommu: {
      intel: "Advanced → System Agent (SA) Configuration → VT-d",
      amd: "Advanced → AMD CBS → NBIO Common Options → IOMMU",
    },
    "above-4g": "Boot → Above 4G Decoding, on newer boards Advanced → PCI Subsystem Settings",
    "integrated-graphics": {
      intel:
        "Advanced → System Agent (SA) Configuration → Graphics Configuration: CPU Graphics Multi-Monitor = Enabled, Primary Display = CPU Graphics",
      amd: "Advanced → NB Configuration: Integrated Graphics = Force, Primary Video Device = IGFX Video",
    },
  },
  asrock: {
    virtualization: {
      intel: "Advanced → CPU Configuration → Intel Virtualization Technology",
      amd: "Advanced → CPU Configuration → SVM Mode",
    },
    iommu: {
      intel: "Advanced → Chipset Configuration → VT-d",
      amd: "Advanced → AMD CBS → NBIO Common Options → IOMMU",
    },
    "above-4g": "Advanced → Chipset Configuration → Above 4G Decoding",
    "integrated-graphics":
      "Advanced → Chipset Configuration: IGPU Multi-Monitor = Enabled, Primary Graphics Adapter = Onboard",
  },
  gigabyte: {
    virtualization: {
      intel: "Tweaker → Advanced CPU Settings → Intel Virtualization Technology (VMX)",
      amd: "Tweaker → Advanced CPU Settings → SVM Mode",
    },
    iommu: { intel: "Settings → Miscellaneous → VT-d", amd: "Settings → Miscellaneous → IOMMU" },
    "above-4g": "Settings → IO Ports → Above 4G Decoding",
    "integrated-graphics":
      "Settings → IO Ports: Internal Graphics = Enabled, Initial Display Output = IGD or IGFX",
  },
  msi: {
    virtualization: {
      intel: "OC → CPU Features → Intel Virtualization Tech",
      amd: "OC → CPU Features → SVM Mode",
    },
    iommu: { intel: "OC → CPU Features → Intel VT-D Tech", amd: "OC → CPU Features → IOMMU Mode" },
    "above-4g": "Settings → Advanced → PCIe/PCI Sub-system Settings → Above 4G memory",
    "integrated-graphics":
      "Settings → Advanced → Integrated Graphics Configuration: Initiate Graphic Adapter = IGD",
  },
  supermicro: {
    virtualization: {
      intel: "Advanced → CPU Configuration → Intel Virtualization Technology (VMX)",
      amd: "Advanced → CPU Configuration → SVM Mode",
    },
    iommu: {
      intel:
        "Advanced → Chipset Configuration → North Bridge → IIO Configuration → Intel VT for Directed I/O (VT-d)",
      amd: "Advanced → NB Configuration → IOMMU",
    },
    "above-4g": "Advanced → PCIe/PCI/PnP Configuration → Above 4G Decoding",
    "integrated-graphics": "Advanced → PCIe/PCI/PnP Configuration → VGA Priority = Onboard",
  },
  dell: {
    virtualization:
      "Virtualization Support → Virtualization, on PowerEdge System BIOS → Processor Settings → Virtualization Technology",
    iommu:
      "Virtualization Support → VT for Direct I/O, on PowerEdge System BIOS → Processor Settings → Virtualization Technology",
    "above-4g": "on PowerEdge System BIOS → Integrated Devices → Memory Mapped I/O above 4 GB",
    "integrated-graphics": "Video → Multi-Display, Primary Display = Intel HD Graphics",
  },
  hp: {
    virtualization:
      "Security → System Security → Virtualization Technology (VTx or AMD-V), on ProLiant System Configuration → BIOS/Platform Configuration (RBSU) → Virtualization Options",
    iommu:
      "Security → System Security → Virtualization Technology for Directed I/O (VTd), on ProLiant RBSU → Virtualization Options → Intel VT-d or AMD I/O Virtualization Technology",
    "above-4g":
      "on ProLiant RBSU → PCI Device Configuration or Power and Performance → PCI Express 64-bit BAR",
    "integrated-graphics": "Advanced → Built-in Device Options → Video memory, VGA Boot Device",
  },
  lenovo: {
    virtualization:
      "Advanced → CPU Setup or Security → Virtualization → Intel Virtualization Technology or AMD-V, on ThinkSystem System Settings → Processors",
    iommu:
      "Advanced → CPU Setup or Security → Virtualization → Intel VT-d Feature or AMD IOMMU, on ThinkSystem System Settings → Devices and I/O Ports",
    "above-4g": "on ThinkSystem System Settings → Devices and I/O Ports → PCI 64-Bit Resource Allocation",
    "integrated-graphics": "Devices → Video Setup → Select Active Video = IGD",
  },
} satisfies Record<string, Menus>;

const makers: readonly (readonly [RegExp, keyof typeof boards])[] = [
  [/asus/i, "asus"],
  [/asrock/i, "asrock"],
  [/gigabyte|giga-byte|aorus/i, "gigabyte"],
  [/micro-star|\bmsi\b/i, "msi"],
  [/supermicro|super micro/i, "supermicro"],
  [/\bdell\b/i, "dell"],
  [/hewlett|\bhpe?\b/i, "hp"],
  [/lenovo/i, "lenovo"],
];

/**
 * Where the setup of this maker's boards has a setting, "Advanced → …"; null of makers whose menus are not known here.
 * The names are those of the makers' manuals; models and versions differ.
 * @param texts What DMI tells of the board's and the machine's maker.
 */
export function firmwareMenu(
  texts: readonly (string | null)[],
  setting: FirmwareSetting,
  vendor: "intel" | "amd",
): string | null {
  const known = texts.flatMap((text) => makers.find(([pattern]) => pattern.test(text ?? ""))?.[1] ?? [])[0];
  if (known === undefined) return null;
  const place = boards[known][setting];
  return typeof place === "string" ? place : place[vendor];
}

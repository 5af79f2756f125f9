import { definition, line } from "./choice-line.test-data";

export const choicesOfDevices = [
  line(
    "a passed-through TPM has no version, no banks and no secrets",
    definition(
      "<tpm model='tpm-crb'><backend type='emulator' version='2.0' persistent_state='yes'><encryption secret='6170299a-f9b6-41f0-7eda-d3feadc8d5f1'/><active_pcr_banks><sha256/></active_pcr_banks></backend></tpm>",
    ),
    "tpm:0",
    { backend: "passthrough", device: "/dev/tpm0" },
    [/persistent_state/, /encryption/, /active_pcr_banks/, /Version|version/],
    ["/dev/tpm0"],
  ),
  line(
    "an emulated TPM has no device of the host",
    definition("<tpm model='tpm-tis'><backend type='passthrough'><device path='/dev/tpm0'/></backend></tpm>"),
    "tpm:0",
    { backend: "emulator", version: "2.0" },
    [/Host device|<device>/],
    ["version='2.0'"],
  ),
  line(
    "an EGD's source is no device",
    definition(
      "<rng model='virtio'><backend model='egd' type='tcp'><source mode='connect' host='h' service='1234'/><protocol type='raw'/></backend></rng>",
    ),
    "rng:0",
    { backend: "random", path: "/dev/urandom" },
    [/<source>/, /<protocol>/],
    [">/dev/urandom</backend>"],
  ),
  line(
    "a serial port on a terminal has no socket",
    definition(
      "<serial type='tcp'><source mode='bind' host='127.0.0.1' service='2445' tls='no'/><protocol type='telnet'/><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>",
    ),
    "serial:0",
    { type: "pty" },
    [/mode=/, /service=/, /protocol/],
    ["port='0'", "name='isa-serial'"],
  ),
  line(
    "a serial port of another kind has another model and place",
    definition(
      "<serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target><address type='isa' iobase='0x3f8'/></serial>",
    ),
    "serial:0",
    { target: "pci-serial" },
    [/<model>/, /<address>/],
    ["type='pci-serial'"],
  ),
  line(
    "the SPICE agent's channel has no socket",
    definition(
      "<channel type='unix'><source mode='bind' path='/run/a.sock'/><target type='virtio' name='com.redhat.spice.0'/></channel>",
    ),
    "channel:0",
    { type: "spicevmc" },
    [/path=/],
    ["spicevmc"],
  ),
  line(
    "a virtio card has no memory of QXL's",
    definition(
      "<video><model type='qxl' ram='65536' vram='65536' vram64='0' vgamem='16384' heads='2' primary='yes'/><address type='pci' domain='0' bus='0' slot='1' function='0'/></video>",
    ),
    "video:0",
    { model: "virtio" },
    [/ram=/, /vgamem=/, /vram64=/, /Video memory/, /<address>/],
    ["heads='2'"],
  ),
  line(
    "a root port's target and model are no bridge's",
    definition(
      "<controller type='pci' index='0' model='pcie-root'/><controller type='pci' index='1' model='pcie-root-port'><model name='pcie-root-port'/><target chassis='1' port='0x10' hotplug='off'/></controller>",
    ),
    "controller:1",
    { model: "pcie-to-pci-bridge" },
    [/<model>/, /<target>/],
    ["pcie-to-pci-bridge"],
  ),
  line(
    "a SCSI controller of another model has no queues of virtio's",
    definition(
      "<controller type='scsi' index='0' model='virtio-scsi'><driver queues='4' iothread='1' cmd_per_lun='8'/></controller>",
    ),
    "controller:0",
    { model: "lsilogic" },
    [/<driver>/],
    ["lsilogic"],
  ),
  line(
    "a controller of another type has another number and no model of the old one's",
    definition(
      "<controller type='usb' index='0' model='qemu-xhci' ports='15'/><controller type='scsi' index='0' model='virtio-scsi'/>",
    ),
    "controller:1",
    { type: "usb" },
    [/Model|model=/],
    ["type='usb' index='1'"],
  ),
  line(
    "a 9p share has neither virtiofsd nor its queue",
    definition(
      "<filesystem type='mount' accessmode='passthrough'><driver type='virtiofs' queue='1024'/><binary path='/usr/libexec/virtiofsd' xattr='on'><cache mode='always'/></binary><source dir='/srv'/><target dir='a'/></filesystem>",
    ),
    "folder:0",
    { driver: "path" },
    [/queue=/, /<binary>/],
    ["type='path'"],
  ),
  line(
    "virtiofs has nothing of 9p's, and memory that it can share",
    definition(
      "<filesystem type='mount' accessmode='passthrough' multidevs='remap' fmode='0600' dmode='0700'><driver type='path' wrpolicy='immediate'/><source dir='/srv'/><target dir='a'/></filesystem>",
    ),
    "folder:0",
    { driver: "virtiofs" },
    [/multidevs/, /fmode/, /dmode/, /wrpolicy/],
    ["<access mode='shared'/>"],
  ),
  line(
    "a watchdog on the chipset has no slot",
    definition(
      "<watchdog model='i6300esb' action='reset'><address type='pci' domain='0' bus='2' slot='1' function='0'/></watchdog>",
    ),
    "watchdog:0",
    { model: "ib700" },
    [/<address>/],
    ["ib700"],
  ),
  line(
    "a panic device of Hyper-V's has no port",
    definition("<panic model='isa'><address type='isa' iobase='0x505'/></panic>"),
    "panic:0",
    { model: "hyperv" },
    [/<address>/],
    ["hyperv"],
  ),
  line(
    "another USB device is at another place",
    definition(
      "<hostdev mode='subsystem' type='usb' managed='yes'><source><vendor id='0x046d'/><product id='0xc52b'/><address bus='1' device='5'/></source></hostdev>",
    ),
    "usb:0",
    { vendor: "0x1d6b", product: "0x0002" },
    [/Bus/, /Device number/],
    ["<source><vendor id='0x1d6b'/><product id='0x0002'/></source>"],
  ),
  line(
    "a virtio tablet is on no USB port",
    definition("<input type='tablet' bus='usb'><address type='usb' bus='0' port='1'/></input>"),
    "input:0",
    { bus: "virtio" },
    [/<address>/],
    ["bus='virtio'"],
  ),
  line(
    "an input device of the host is on no bus",
    definition("<input type='mouse' bus='virtio'><driver iommu='on'/></input>"),
    "input:0",
    { type: "evdev", device: "/dev/input/event1" },
    [/Bus|bus=/, /driver/],
    ["type='evdev'"],
  ),
  line(
    "a virtio IOMMU remaps no interrupts",
    definition(
      "<iommu model='intel'><driver intremap='on' caching_mode='on' eim='on' aw_bits='48'/></iommu>",
    ),
    "iommu:0",
    { model: "virtio" },
    [/Interrupt remapping/, /eim=/, /aw_bits=/],
    ["virtio"],
  ),
  line(
    "plain shared memory has no server",
    definition(
      "<shmem name='a'><model type='ivshmem-doorbell'/><server path='/run/a'/><msi vectors='32' ioeventfd='on'/></shmem>",
    ),
    "shared-memory:0",
    { model: "ivshmem-plain", bytes: "4194304" },
    [/<server>/, /<msi>/],
    ["ivshmem-plain"],
  ),
  line(
    "a USB sound card has no codec and no slot of HDA's",
    definition(
      "<sound model='ich9'><codec type='micro'/><audio id='1'/><address type='pci' domain='0' bus='0' slot='27' function='0'/></sound><audio id='1' type='none'/>",
    ),
    "sound:0",
    { model: "usb" },
    [/<codec>/, /<address>/],
    ["<audio id='1'/>"],
  ),
  line(
    "sound that goes nowhere has no server",
    definition(
      "<audio id='1' type='pulseaudio' serverName='unix:/run/pulse'><input name='in' latency='20'/></audio>",
    ),
    "audio:0",
    { type: "none" },
    [/serverName/, /<input>/],
    ["type='none'"],
  ),
  line(
    "a clock in UTC has no zone and no offset of the guest's",
    definition("", "").replace(
      "<devices>",
      "<clock offset='variable' adjustment='123' basis='utc'><timer name='hpet' present='no'/></clock><devices>",
    ),
    "clock",
    { offset: "timezone", zone: "Europe/Berlin" },
    [/adjustment=/, /basis=/],
    ["timezone='Europe/Berlin'", "hpet"],
  ),
  line(
    "3D goes with the OpenGL of its display",
    definition(
      "<graphics type='spice'><listen type='none'/><gl enable='yes' rendernode='/dev/dri/renderD128'/></graphics><video><model type='virtio' heads='1'><acceleration accel3d='yes'/></model></video>",
    ),
    "screen:0",
    { gl: "no" },
    [/3D acceleration/],
    ["accel3d='no'"],
  ),
];

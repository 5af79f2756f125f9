import { definition, line } from "./choice-line.test-data";
import { choicesOfDevices } from "./device-choices.test-data";

const disk = (type: string, source: string, more = "", driver = "type='qcow2'") =>
  `<disk type='${type}' device='disk'><driver name='qemu' ${driver}/>${source}<target dev='vda' bus='virtio'/>${more}</disk>`;
const chain =
  "<backingStore type='file'><format type='qcow2'/><source file='/srv/base.qcow2'/><backingStore/></backingStore>";
const nic = (type: string, source: string, more = "", model = "virtio") =>
  `<interface type='${type}'><mac address='52:54:00:aa:bb:cc'/>${source}<model type='${model}'/>${more}</interface>`;
const mac = "network:52:54:00:aa:bb:cc";

/** Choices of disks, network cards and the machine, and those of all other devices. */
export const choices = [
  line(
    "another image does not stand on the old one's chain",
    definition(disk("file", "<source file='/srv/a.qcow2'/>", chain)),
    "disk:vda",
    { file: "/srv/b.qcow2" },
    [/backingStore/],
    ["/srv/b.qcow2"],
  ),
  line(
    "an image's keys, slices and labels are not the next image's",
    definition(
      disk(
        "file",
        "<source file='/srv/a.img' startupPolicy='optional'><seclabel relabel='no'/><encryption format='luks'><secret type='passphrase' uuid='6170299a-f9b6-41f0-7eda-d3feadc8d5f1'/></encryption></source>",
        "",
        "type='raw'",
      ),
    ),
    "disk:vda",
    { type: "block", file: null, dev: "/dev/sdb" },
    [/encryption/, /seclabel/],
    ["dev='/dev/sdb'", "startupPolicy='optional'"],
  ),
  line(
    "a raw disk has no chain and no cache of qcow2",
    definition(
      `<disk type='file' device='disk'><driver name='qemu' type='qcow2'><metadata_cache><max_size unit='bytes'>1234</max_size></metadata_cache></driver><source file='/srv/a'/>${chain}<target dev='vda' bus='virtio'/></disk>`,
    ),
    "disk:vda",
    { format: "raw" },
    [/backingStore/, /metadata_cache/],
    ["type='raw'", "/srv/a"],
  ),
  line(
    "on another bus a disk has neither virtio's options nor its place",
    definition(
      `<disk type='file' device='disk' model='virtio-non-transitional'><driver name='qemu' type='raw' iothread='1' queues='4' event_idx='on'/><source file='/srv/a'/><target dev='vda' bus='virtio'/><address type='pci' domain='0' bus='4' slot='0' function='0'/></disk>`,
    ),
    "disk:vda",
    { bus: "sata" },
    [/model=/, /event_idx/, /I\/O thread, Queues/, /<address>/],
    ["dev='sda' bus='sata'"],
  ),
  line(
    "a reservation is a LUN's",
    definition(
      "<disk type='block' device='lun' sgio='unfiltered'><driver name='qemu' type='raw'/><source dev='/dev/sdb'><reservations managed='yes'/></source><target dev='sda' bus='scsi'/></disk>",
    ),
    "disk:sda",
    { device: "disk" },
    [/sgio/, /reservations/],
    ["/dev/sdb"],
  ),
  line(
    "another disc is not read by the old one's chain",
    definition(
      `<disk type='file' device='cdrom'><source file='/a.iso' startupPolicy='optional'/>${chain}<target dev='sda' bus='sata'/><readonly/></disk>`,
    ),
    "drive:sda",
    { file: "/b.iso" },
    [/backingStore/],
    ["startupPolicy='optional'"],
  ),
  line(
    "another network has other port groups",
    definition(
      nic(
        "network",
        "<source network='lan' portgroup='staff'/>",
        "<virtualport type='openvswitch'><parameters profileid='menial'/></virtualport>",
      ),
    ),
    mac,
    { network: "guests" },
    [/portgroup|Port group/, /virtualport/],
    ["<source network='guests'/>"],
  ),
  line(
    "the port group is kept where it is asked for along with the network",
    definition(nic("network", "<source network='lan' portgroup='staff'/>")),
    mac,
    { network: "guests", portgroup: "others" },
    [],
    ["network='guests'", "portgroup='others'"],
  ),
  line(
    "user-mode networking has neither filters nor VLANs nor virtual ports",
    definition(
      nic(
        "network",
        "<source network='lan' portgroup='staff'/>",
        "<vlan><tag id='3'/></vlan><virtualport type='openvswitch'/><filterref filter='clean-traffic'><parameter name='IP' value='10.0.0.1'/></filterref><port isolated='yes'/>",
      ),
    ),
    mac,
    { type: "user", network: null },
    [/virtualport/, /vlan/, /filterref|Network filter/, /portgroup|Port group/, /isolated|Isolated/],
    ["type='user'"],
  ),
  line(
    "macvtap has no filters either",
    definition(nic("bridge", "<source bridge='br0'/>", "<filterref filter='clean-traffic'/>")),
    mac,
    { type: "direct", bridge: null, dev: "eth0" },
    [/filterref|Network filter/],
    ["dev='eth0'"],
  ),
  line(
    "an emulated card has no virtio options",
    definition(
      nic(
        "network",
        "<source network='lan'/>",
        "<driver name='vhost' queues='4' rx_queue_size='512'><host csum='off'/></driver>",
      ),
    ),
    mac,
    { model: "e1000e" },
    [/vhost/, /rx_queue_size/, /<host>/, /queues|Queues/],
    ["type='e1000e'"],
  ),
  line(
    "a memory backing of one's own is kept by other edits of memory",
    definition(
      "",
      "<memoryBacking><hugepages><page size='2048' unit='KiB' nodeset='0'/><page size='1048576' unit='KiB' nodeset='1'/></hugepages></memoryBacking><vcpu>2</vcpu><cpu><numa><cell id='0' cpus='0' memory='2097152'/><cell id='1' cpus='1' memory='2097152'/></numa></cpu>",
    ),
    "memory",
    { locked: "yes" },
    [],
    ["nodeset='0'", "nodeset='1'", "<locked/>"],
  ),
  line(
    "threads that are gone have neither pins nor numbers",
    definition(
      "",
      "<iothreads>3</iothreads><iothreadids><iothread id='7'/><iothread id='9'/></iothreadids><cputune><iothreadpin iothread='7' cpuset='0'/><iothreadpin iothread='9' cpuset='1'/><iothreadsched iothreads='1,7' scheduler='fifo' priority='1'/></cputune>",
    ),
    "cpu",
    { iothreads: "1" },
    [/iothread>.*iothreadpin>.*iothreadsched>/],
    ["<iothread id='7'/></iothreadids>", "<iothreadpin iothread='7' cpuset='0'/></cputune>"],
  ),
  line(
    "the host's CPU has neither a named model's vendor nor its features",
    definition(
      "",
      "<cpu mode='custom' match='exact' check='partial'><model fallback='forbid'>Skylake-Client</model><vendor>Intel</vendor><topology sockets='1' dies='1' cores='1' threads='1'/><feature policy='disable' name='hle'/><feature policy='require' name='vmx'/></cpu>",
    ),
    "cpu",
    { mode: "host-passthrough" },
    [/vendor/, /hle/, /Model name|<model>/, /check=/],
    ["name='vmx'", "<topology"],
  ),
  line(
    "a named model has nothing of the host's cache",
    definition(
      "",
      "<cpu mode='host-passthrough' check='none' migratable='off'><cache mode='passthrough'/><feature policy='require' name='topoext'/></cpu>",
    ),
    "cpu",
    { mode: "custom", model: "EPYC" },
    [/CPU cache|<cache>/, /Migratable|migratable/],
    [">EPYC</model>", "topoext"],
  ),
  ...choicesOfDevices,
];

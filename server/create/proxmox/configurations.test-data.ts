/** A Windows with a GPU, as the guides have it. */
export const gamingConf = `#The family's machine
agent: 1
args: -cpu 'host,+kvm_pv_unhalt' -smbios type=0,vendor=Test
balloon: 0
bios: ovmf
boot: order=scsi0;ide2;net0
cores: 8
cpu: host,hidden=1,flags=+pcid
efidisk0: local-lvm:vm-100-disk-0,efitype=4m,pre-enrolled-keys=1,size=4M
hostpci0: 0000:01:00,pcie=1,x-vga=1,romfile=gpu.bin
hostpci1: mapping=nvme,pcie=1
ide2: local:iso/virtio-win-0.1.240.iso,media=cdrom,size=612812K
machine: pc-q35-8.1
memory: 16384
meta: creation-qemu=8.1.5,ctime=1710000000
name: gaming
net0: virtio=BC:24:11:AA:BB:CC,bridge=vmbr0,firewall=1,tag=20
numa: 0
onboot: 1
ostype: win11
scsi0: local-lvm:vm-100-disk-1,cache=writeback,discard=on,iothread=1,size=500G,ssd=1
scsihw: virtio-scsi-single
smbios1: uuid=2f8a1c52-7f7d-4c6e-9a84-0a9e6a4ab8f3
sockets: 1
tags: games;windows
tpmstate0: local-lvm:vm-100-disk-2,size=4M,version=v2.0
usb0: host=046d:c52b
usb1: host=1-4.2,usb3=1
vmgenid: 2f8a1c52-7f7d-4c6e-9a84-0a9e6a4ab8f4

[PENDING]
memory: 8192

[before-update]
cores: 4
memory: 4096
`;

/** A server's, as older versions of Proxmox wrote it. */
export const serverConf = `bootdisk: virtio0
cores: 2
ide2: none,media=cdrom
memory: 2048
name: db.example.net
net0: e1000=DE:AD:BE:EF:00:01
net1: vmxnet3=DE:AD:BE:EF:00:02,bridge=vmbr1
ostype: l26
serial0: socket
sockets: 2
vga: serial0
virtio0: local:105/vm-105-disk-1.qcow2,format=qcow2,iothread=1,size=32G
virtio1: /dev/disk/by-id/ata-EXAMPLE,iothread=1,ro=1
watchdog: model=ib700,action=poweroff
rng0: source=/dev/urandom
audio0: device=ich9-intel-hda,driver=none
affinity: 2-5
`;

/** Intel's "KVM Recommended Configurations" with its variables filled in. */
export const recommendedCommand = `$ sudo qemu-system-x86_64 -nodefaults -serial mon:stdio \\
-name plc,debug-threads=on \\
-machine kernel_irqchip=on \\
-enable-kvm \\
-bios OVMF.fd \\
-cpu host,hv_time \\
-smp 4 -m 4G -mem-prealloc -mem-path /dev/hugepages \\
-device vfio-pci,host=0000:00:14.0 \\
-device vfio-pci,host=0000:00:1f.6 \\
-device vfio-pci,host=00:02.0,x-igd-gms=2,id=hostdev0,x-igd-opregion=on \\
-object iothread,id=io1 \\
-device virtio-blk-pci,drive=disk0,iothread=io1 \\
-drive if=none,id=disk0,format=raw,aio=threads,file=/srv/windows.img \\
-netdev tap,id=net0,ifname=tap0,script=/etc/bridge.sh -device virtio-net-pci,netdev=net0 \\
-global PIIX4_PM.disable_s3=1 -global PIIX4_PM.disable_s4=1`;

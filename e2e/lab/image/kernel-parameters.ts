/** What makes the kernel of every emulated host quicker, and keeps its clock. */
export const quickParameters = [
  "mitigations=off nokaslr audit=0 apparmor=0 selinux=0",
  "lpj=4000000 cryptomgr.notests no_timer_check tsc=reliable systemd.show_status=0",
  // A clock that ticks regularly gets over an interrupt that QEMU lost; one that is set anew each time does not.
  "nohz=off highres=off",
  // RCU's thread would look at every tick whether the processors have passed by.
  "rcupdate.rcu_expedited=1 rcutree.jiffies_till_first_fqs=25 rcutree.jiffies_till_next_fqs=25",
];

/** Of a host that QEMU hands its kernel. */
export const directBootParameters = [
  "console=ttyS0 quiet loglevel=4 panic=-1 intel_iommu=on iommu=pt",
  ...quickParameters,
];

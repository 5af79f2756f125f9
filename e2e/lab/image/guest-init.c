/*
 * First process of the inner guest: says on its serial port which devices it was given and what their drivers make of
 * them. In C, linked statically: an emulated processor that emulates another takes a second to start a program, and a
 * script would start dozens.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char devices[] = "/sys/bus/pci/devices";
static const useconds_t look_again = 20000;

__attribute__((format(printf, 2, 3))) static char *print_into(char *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, PATH_MAX, format, arguments);
    va_end(arguments);
    return text;
}

/* A file's first line; empty where it can't be read. */
static char *read_line(const char *path, char *line, int size)
{
    FILE *file = fopen(path, "re");
    if (file == NULL || fgets(line, size, file) == NULL)
        line[0] = '\0';
    if (file != NULL)
        fclose(file);
    line[strcspn(line, "\n")] = '\0';
    return line;
}

static bool write_text(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    bool written = write(file, text, strlen(text)) >= 0;
    close(file);
    return written;
}

/* A number of a PCI device without its "0x". */
static const char *read_number(const char *address, const char *name, char *line)
{
    char path[PATH_MAX];
    read_line(print_into(path, "%s/%s/%s", devices, address, name), line, 32);
    return strncmp(line, "0x", 2) == 0 ? line + 2 : line;
}

/* Inserts the modules that a list names, each with its options; those that are there already are no error. */
static void load(const char *list)
{
    char path[PATH_MAX], line[256];
    FILE *file = fopen(print_into(path, "/etc/modules-%s", list), "re");
    if (file == NULL)
        return;
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        char *options = strchrnul(line, ' ');
        if (*options != '\0')
            *options++ = '\0';
        int module = open(print_into(path, "/lib/modules/%s", line), O_RDONLY | O_CLOEXEC);
        if (syscall(SYS_finit_module, module, options, 0) != 0 && errno != EEXIST)
            printf("GUEST module %s could not be loaded: %s\n", line, strerror(errno));
        close(module);
    }
    fclose(file);
}

static bool exists(const char *pattern)
{
    glob_t found;
    bool any = glob(pattern, 0, NULL, &found) == 0;
    globfree(&found);
    return any;
}

/* What the guest has been given, by what its drivers are loaded. */
struct hardware {
    char graphics[8][32];
    int graphics_count;
    char sound[8][64];
    int sound_count;
    bool usb;
    bool disk;
};

/* The guest's own bridges are left out: its serial port takes a write into the outer machine for each letter. */
static void tell_device(const char *address, struct hardware *hardware)
{
    char vendor_line[32], id_line[32], class_line[32], subsystem_vendor_line[32], subsystem_line[32];
    const char *class = read_number(address, "class", class_line);
    if (strncmp(class, "06", 2) == 0)
        return;
    const char *vendor = read_number(address, "vendor", vendor_line);
    const char *id = read_number(address, "device", id_line);
    printf("GUEST device %s %s:%s class %s subsystem %s:%s\n", address, vendor, id, class,
           read_number(address, "subsystem_vendor", subsystem_vendor_line),
           read_number(address, "subsystem_device", subsystem_line));
    if (strncmp(class, "03", 2) == 0 && hardware->graphics_count < 8)
        snprintf(hardware->graphics[hardware->graphics_count++], 32, "%s %s", vendor, id);
    if (strncmp(class, "0403", 4) == 0 && hardware->sound_count < 8)
        snprintf(hardware->sound[hardware->sound_count++], 64, "%.31s", address);
    hardware->usb |= strcmp(class, "0c0330") == 0;
    hardware->disk |= strcmp(class, "010802") == 0;
}

static void tell_devices(struct hardware *hardware)
{
    struct dirent **entries;
    int count = scandir(devices, &entries, NULL, alphasort);
    for (int index = 0; index < count; index++)
        if (entries[index]->d_name[0] != '.')
            tell_device(entries[index]->d_name, hardware);
}

/* The kernel's own words on what a graphics driver finds go to the console, all of them. */
static void start_graphics(const struct hardware *hardware)
{
    if (hardware->graphics_count == 0)
        return;
    load("graphics");
    write_text("/proc/sys/kernel/printk", "8");
    /* Of twins the second is known already. */
    for (int index = 0; index < hardware->graphics_count; index++)
        write_text("/sys/bus/pci/drivers/bochs-drm/new_id", hardware->graphics[index]);
    write_text("/proc/sys/kernel/printk", "1");
}

static void start_drivers(const struct hardware *hardware)
{
    start_graphics(hardware);
    if (hardware->sound_count > 0)
        load("sound");
    if (hardware->usb)
        load("usb");
    if (hardware->disk)
        load("disk");
}

/*
 * A disk appears a moment after its driver, and a sound card that found its codec as well; one without a codec never
 * does: behind QEMU's AMD IOMMU the codec's answers come back as nonsense.
 */
static void await_drivers(const struct hardware *hardware)
{
    char path[PATH_MAX];
    while (hardware->disk && !exists("/dev/nvme0n1"))
        usleep(look_again);
    for (int index = 0; index < hardware->sound_count; index++) {
        print_into(path, "%s/%s/sound/card*", devices, hardware->sound[index]);
        for (int patience = 200; patience > 0 && !exists(path); patience--)
            usleep(look_again);
    }
}

static void tell_drivers(void)
{
    glob_t found;
    if (glob("/sys/bus/pci/drivers/*/0000:*", 0, NULL, &found) != 0)
        return;
    for (size_t index = 0; index < found.gl_pathc; index++) {
        char *address = strrchr(found.gl_pathv[index], '/');
        *address++ = '\0';
        const char *driver = strrchr(found.gl_pathv[index], '/') + 1;
        if (strcmp(driver, "pcieport") != 0)
            printf("GUEST driver %s %s\n", address, driver);
    }
    globfree(&found);
}

/* By DMA: the disk's driver has nothing else. */
static void tell_block(void)
{
    char block[33] = "";
    int disk = open("/dev/nvme0n1", O_RDONLY | O_CLOEXEC);
    if (disk >= 0 && read(disk, block, sizeof block - 1) > 0)
        printf("GUEST block %s\n", block);
    close(disk);
}

/* It stays until it is stopped. Whoever presses the power button gets what they want. */
static void await_power_button(void)
{
    char path[PATH_MAX], name[64], press[64];
    load("power");
    for (int number = 0; number < 32; number++) {
        read_line(print_into(path, "/sys/class/input/event%d/device/name", number), name, sizeof name);
        if (strcmp(name, "Power Button") != 0)
            continue;
        int button = open(print_into(path, "/dev/input/event%d", number), O_RDONLY | O_CLOEXEC);
        if (read(button, press, sizeof press) > 0)
            reboot(RB_POWER_OFF);
    }
    for (;;)
        pause();
}

int main(void)
{
    static struct hardware hardware;
    char uptime[64];
    mount("proc", "/proc", "proc", 0, NULL);
    mount("sysfs", "/sys", "sysfs", 0, NULL);
    mount("devtmpfs", "/dev", "devtmpfs", 0, NULL);
    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);

    tell_devices(&hardware);
    start_drivers(&hardware);
    await_drivers(&hardware);
    tell_drivers();
    if (hardware.disk)
        tell_block();
    read_line("/proc/uptime", uptime, sizeof uptime);
    uptime[strcspn(uptime, " ")] = '\0';
    printf("GUEST done after %s s\n", uptime);
    await_power_button();
}

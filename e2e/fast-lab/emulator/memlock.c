/*
 * Preloaded into the fast layer's libvirtd. libvirt raises a VM's limit on locked memory when it is given a device,
 * which a container without CAP_SYS_RESOURCE may not do. The look-alikes lock no memory, so it is told that it did.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

typedef int (*prlimit_function)(pid_t, int, const struct rlimit *, struct rlimit *);

int prlimit(pid_t pid, enum __rlimit_resource resource, const struct rlimit *wanted, struct rlimit *before)
{
    prlimit_function real = (prlimit_function)dlsym(RTLD_NEXT, "prlimit");
    return real(pid, resource, resource == RLIMIT_MEMLOCK ? NULL : wanted, before);
}

int prlimit64(pid_t pid, enum __rlimit_resource resource, const struct rlimit64 *wanted, struct rlimit64 *before)
{
    return prlimit(pid, resource, (const struct rlimit *)wanted, (struct rlimit *)before);
}

int setrlimit(__rlimit_resource_t resource, const struct rlimit *wanted)
{
    return resource == RLIMIT_MEMLOCK ? 0 : prlimit(0, resource, wanted, NULL);
}

int setrlimit64(__rlimit_resource_t resource, const struct rlimit64 *wanted)
{
    return setrlimit(resource, (const struct rlimit *)wanted);
}

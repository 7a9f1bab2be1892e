// Valgrind before 3.20 writes to the signal mask that a program waits with, and ends where the mask is a constant, as that of
// libdispatch is. Loaded before libc, this waits with a copy.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
    sigset_t copy = *mask;
    return (int)syscall(SYS_rt_sigsuspend, &copy, 8);
}

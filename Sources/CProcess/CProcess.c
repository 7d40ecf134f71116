#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__APPLE__)
#include <TargetConditionals.h>
#endif

static int close_on_exec(int descriptor, bool blocks) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0 || fcntl(descriptor, F_SETFD, FD_CLOEXEC) < 0) return errno;
    if (!blocks && fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) < 0) return errno;
    return 0;
}

int cprocess_pipe(int ends[2]) {
#if defined(__linux__)
    if (pipe2(ends, O_CLOEXEC) < 0) return errno;
#else
    if (pipe(ends) < 0) return errno;
#endif
    // Where the standard descriptors are closed a pipe would take their numbers.
    for (int index = 0; index < 2; index++) {
        if (ends[index] > 2) continue;
        int moved = fcntl(ends[index], F_DUPFD_CLOEXEC, 3);
        if (moved < 0) {
            int error = errno;
            close(ends[0]);
            close(ends[1]);
            return error;
        }
        close(ends[index]);
        ends[index] = moved;
    }
    int error = close_on_exec(ends[0], false);
    if (error == 0) error = close_on_exec(ends[1], false);
    if (error != 0) {
        close(ends[0]);
        close(ends[1]);
    }
    return error;
}

/// A pipe whose child's end blocks as programs expect.
static int pipe_to_child(int ends[2], int child) {
    int error = cprocess_pipe(ends);
    if (error != 0) return error;
    int flags = fcntl(ends[child], F_GETFL);
    if (flags < 0 || fcntl(ends[child], F_SETFL, flags & ~O_NONBLOCK) < 0) {
        error = errno;
        close(ends[0]);
        close(ends[1]);
    }
    return error;
}

void cprocess_wake(int waker) {
    char byte = 0;
    while (write(waker, &byte, 1) < 0 && errno == EINTR) {}
}

int cprocess_poll(int woken, int input, int output, int errors, int milliseconds) {
    struct pollfd watched[4] = {{woken, POLLIN, 0}, {input, POLLOUT, 0}, {output, POLLIN, 0}, {errors, POLLIN, 0}};
    if (poll(watched, 4, milliseconds) <= 0) return 0;
    if (watched[0].revents != 0) {
        char bytes[64];
        while (read(woken, bytes, sizeof bytes) > 0) {}
    }
    return (watched[1].revents != 0 ? CPROCESS_INPUT : 0) | (watched[2].revents != 0 ? CPROCESS_OUTPUT : 0)
        | (watched[3].revents != 0 ? CPROCESS_ERRORS : 0);
}

long cprocess_read(int descriptor, void *bytes, unsigned long count) {
    for (;;) {
        ssize_t got = read(descriptor, bytes, count);
        if (got >= 0) return got;
        if (errno == EINTR) continue;
        return errno == EAGAIN || errno == EWOULDBLOCK ? -1 : 0;
    }
}

long cprocess_write(int descriptor, const void *bytes, unsigned long count) {
    for (;;) {
        ssize_t written = write(descriptor, bytes, count);
        if (written >= 0) return written;
        if (errno == EINTR) continue;
        return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
    }
}

void cprocess_close(int descriptor) { close(descriptor); }

int cprocess_check_program(const char *path) {
    struct stat status;
    if (stat(path, &status) < 0) return errno == EACCES ? CPROCESS_FORBIDDEN : CPROCESS_MISSING;
    return S_ISREG(status.st_mode) && access(path, X_OK) == 0 ? CPROCESS_EXECUTABLE : CPROCESS_FORBIDDEN;
}

bool cprocess_is_directory(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

const char *cprocess_describe(int error) { return strerror(error); }

typedef struct {
    void (*run)(void *);
    void *context;
} thread_start;

static void *run_thread(void *context) {
    thread_start start = *(thread_start *)context;
    free(context);
    start.run(start.context);
    return NULL;
}

bool cprocess_thread_start(void (*run)(void *), void *context) {
    thread_start *start = malloc(sizeof *start);
    if (start == NULL) return false;
    *start = (thread_start){run, context};
    // The thread inherits the mask. With SIGPIPE blocked, writing to a child that is gone is an error and nothing more.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &attributes, run_thread, start);
    pthread_attr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (error != 0) free(start);
    return error == 0;
}

#if defined(__linux__) || (defined(__APPLE__) && TARGET_OS_OSX)

#include <spawn.h>

bool cprocess_available(void) { return true; }

static int spawn(const char *path, char *const arguments[], char *const environment[], const char *directory,
                 const int ends[3], int *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0) return error;
    error = posix_spawnattr_init(&attributes);
    if (error != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    for (int index = 0; index < 3 && error == 0; index++) {
        error = posix_spawn_file_actions_adddup2(&actions, ends[index], index);
    }
    short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    // Descriptors that others forgot to close on exec would keep their pipes open.
#if defined(__APPLE__)
    flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#elif defined(__GLIBC__)
#if __GLIBC_PREREQ(2, 34)
    if (error == 0) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
#endif
    if (error == 0 && directory != NULL) error = posix_spawn_file_actions_addchdir_np(&actions, directory);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    sigdelset(&all, SIGKILL);
    sigdelset(&all, SIGSTOP);
    if (error == 0) error = posix_spawnattr_setpgroup(&attributes, 0);
    if (error == 0) error = posix_spawnattr_setsigmask(&attributes, &none);
    if (error == 0) error = posix_spawnattr_setsigdefault(&attributes, &all);
    if (error == 0) error = posix_spawnattr_setflags(&attributes, flags);
    // A file that was written a moment ago may still be open in a child that another thread is starting.
    for (int attempt = 0; error == 0; attempt++) {
        error = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
        if (error != ETXTBSY || attempt == 5) break;
        error = 0;
        usleep(10000);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int cprocess_spawn(const char *path, char *const arguments[], char *const environment[], const char *directory,
                   cprocess_child *child) {
    int pipes[3][2];
    int error = 0;
    int count = 0;
    while (count < 3 && error == 0) {
        error = pipe_to_child(pipes[count], count == 0 ? 0 : 1);
        if (error == 0) count++;
    }
    if (error == 0) {
        const int ends[3] = {pipes[0][0], pipes[1][1], pipes[2][1]};
        error = spawn(path, arguments, environment, directory, ends, &child->pid);
    }
    for (int index = 0; index < count; index++) close(pipes[index][index == 0 ? 0 : 1]);
    if (error != 0) {
        for (int index = 0; index < count; index++) close(pipes[index][index == 0 ? 1 : 0]);
        return error;
    }
    child->input = pipes[0][1];
    child->output = pipes[1][0];
    child->errors = pipes[2][0];
    return 0;
}

bool cprocess_wait(int pid) {
    siginfo_t info;
    for (;;) {
        if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOWAIT) == 0) return true;
        if (errno != EINTR) return false;
    }
}

bool cprocess_reap(int pid, int *status, int *signal) {
    int code = 0;
    pid_t reaped;
    do reaped = waitpid(pid, &code, 0);
    while (reaped < 0 && errno == EINTR);
    *signal = WIFSIGNALED(code) ? WTERMSIG(code) : 0;
    *status = WIFEXITED(code) ? WEXITSTATUS(code) : 0;
    return reaped == pid;
}

bool cprocess_signal(int group, int signal) { return killpg(group, signal) == 0; }

#else

bool cprocess_available(void) { return false; }
int cprocess_spawn(const char *path, char *const arguments[], char *const environment[], const char *directory,
                   cprocess_child *child) {
    (void)path; (void)arguments; (void)environment; (void)directory; (void)child;
    return ENOTSUP;
}
bool cprocess_wait(int pid) { (void)pid; return false; }
bool cprocess_reap(int pid, int *status, int *signal) { (void)pid; (void)status; (void)signal; return false; }
bool cprocess_signal(int group, int signal) { (void)group; (void)signal; return false; }

#endif

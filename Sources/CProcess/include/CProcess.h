#ifndef CPROCESS_H
#define CPROCESS_H

#include <stdbool.h>

// Child processes with what Swift cannot reach: posix_spawn with all its attributes, waiting without reaping, and a
// thread that no signal interrupts. Nothing here allocates for the caller; every descriptor is closed on exec.

/// A child as it was started: its process id, which is its group's too, and our ends of its pipes. All are
/// non-blocking.
typedef struct {
    int pid;
    int input;
    int output;
    int errors;
} cprocess_child;

/// Whether this system can start children at all.
bool cprocess_available(void);
/// Starts a program in a group of its own, with default signals and no descriptor but its three pipes. 0, or an errno.
int cprocess_spawn(const char *path, char *const arguments[], char *const environment[], const char *directory,
                   cprocess_child *child);
/// Waits until a child has ended and leaves it unreaped, so that its id stays its own. False when it is not ours.
bool cprocess_wait(int pid);
/// Takes an ended child away. False when it is not ours; `signal` is 0 when it exited.
bool cprocess_reap(int pid, int *status, int *signal);
/// Sends a signal to a group; false when nobody is left in it. Signal 0 only asks.
bool cprocess_signal(int group, int signal);
#define CPROCESS_KILL 9
#define CPROCESS_TERM 15

/// A pipe to wake a poll with: `ends[0]` to watch, `ends[1]` to write. 0, or an errno.
int cprocess_pipe(int ends[2]);
/// Wakes whoever watches the other end.
void cprocess_wake(int waker);

#define CPROCESS_INPUT 1
#define CPROCESS_OUTPUT 2
#define CPROCESS_ERRORS 4
/// Waits until one of them can be written to or read from; -1 is left out. What is ready, or 0 after the time.
int cprocess_poll(int woken, int input, int output, int errors, int milliseconds);
/// Reads what is there: the count, 0 at the end, -1 when there is nothing yet.
long cprocess_read(int descriptor, void *bytes, unsigned long count);
/// Writes what fits: the count, 0 when there is no room, -1 when nobody reads any more.
long cprocess_write(int descriptor, const void *bytes, unsigned long count);
/// Closes a descriptor.
void cprocess_close(int descriptor);

#define CPROCESS_EXECUTABLE 0
#define CPROCESS_MISSING 1
#define CPROCESS_FORBIDDEN 2
/// Whether a path is a file that may be executed.
int cprocess_check_program(const char *path);
/// Whether a path is a directory.
bool cprocess_is_directory(const char *path);
/// The words for an errno.
const char *cprocess_describe(int error);

/// Runs a function on a thread of its own, all signals blocked.
bool cprocess_thread_start(void (*run)(void *), void *context);

#endif

#include "CAllocationCounter.h"

#if defined(__linux__) && defined(__GLIBC__)

#include <stddef.h>

// An executable's own malloc takes the place of the C library's, which stays reachable by these names.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static _Thread_local uint64_t count;

void *malloc(size_t size) {
    count++;
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count++;
    return __libc_calloc(number, size);
}

void *realloc(void *old, size_t size) {
    count++;
    return __libc_realloc(old, size);
}

bool allocation_counter_works(void) { return true; }
uint64_t allocation_count(void) { return count; }

#else

bool allocation_counter_works(void) { return false; }
uint64_t allocation_count(void) { return 0; }

#endif

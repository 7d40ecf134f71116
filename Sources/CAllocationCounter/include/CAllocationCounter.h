#ifndef C_ALLOCATION_COUNTER_H
#define C_ALLOCATION_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

/// Whether allocations are counted on this system.
bool allocation_counter_works(void);

/// How often the calling thread has asked for heap memory so far.
uint64_t allocation_count(void);

#endif

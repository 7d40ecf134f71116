#ifndef CLIBCURL_H
#define CLIBCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The system's libcurl, loaded at run time: neither its headers nor the library are needed to build.
// In: options and callbacks of one transfer. Out: bytes, through the callbacks, on the thread that calls
// clibcurl_driver_turn. Everything but the clibcurl_wake functions belongs to that one thread.

typedef struct clibcurl_easy clibcurl_easy;
typedef struct clibcurl_list clibcurl_list;
typedef struct clibcurl_driver clibcurl_driver;

typedef size_t (*clibcurl_receive)(char *bytes, size_t size, size_t count, void *context);
typedef int (*clibcurl_seek)(void *context, int64_t place, int origin);


// Asked for every address before a socket for it is opened: 4 or 16 bytes in network order.
typedef struct {
    bool (*allows)(void *context, const void *address, size_t size);
    void *context;
} clibcurl_gate;

typedef struct {
    const char *version;
    const char *tls;
    bool http2;
    bool gzip;
} clibcurl_info;

// Option numbers are part of libcurl's stable binary interface.
#define CLIBCURL_OPT_WRITEDATA 10001
#define CLIBCURL_OPT_URL 10002
#define CLIBCURL_OPT_PROXY 10004
#define CLIBCURL_OPT_READDATA 10009
#define CLIBCURL_OPT_ERRORBUFFER 10010
#define CLIBCURL_OPT_WRITEFUNCTION 20011
#define CLIBCURL_OPT_READFUNCTION 20012
#define CLIBCURL_OPT_HTTPHEADER 10023
#define CLIBCURL_OPT_HEADERDATA 10029
#define CLIBCURL_OPT_CUSTOMREQUEST 10036
#define CLIBCURL_OPT_NOBODY 44
#define CLIBCURL_OPT_POST 47
#define CLIBCURL_OPT_FOLLOWLOCATION 52
#define CLIBCURL_OPT_SSL_VERIFYPEER 64
#define CLIBCURL_OPT_CAINFO 10065
#define CLIBCURL_OPT_HEADERFUNCTION 20079
#define CLIBCURL_OPT_HTTPGET 80
#define CLIBCURL_OPT_SSL_VERIFYHOST 81
#define CLIBCURL_OPT_HTTP_VERSION 84
#define CLIBCURL_OPT_NOSIGNAL 99
#define CLIBCURL_OPT_ACCEPT_ENCODING 10102
#define CLIBCURL_OPT_PRIVATE 10103
#define CLIBCURL_OPT_POSTFIELDSIZE_LARGE 30120
#define CLIBCURL_OPT_CONNECTTIMEOUT_MS 156
#define CLIBCURL_OPT_COPYPOSTFIELDS 10165
// A clibcurl_gate that outlives the transfer, or NULL.
#define CLIBCURL_OPT_GATE 10164
#define CLIBCURL_OPT_SEEKFUNCTION 20167
#define CLIBCURL_OPT_SEEKDATA 10168
#define CLIBCURL_OPT_NOPROXY 10177
#define CLIBCURL_OPT_PROTOCOLS 181
#define CLIBCURL_OPT_TCP_KEEPALIVE 213
#define CLIBCURL_OPT_PIPEWAIT 237
#define CLIBCURL_OPT_SUPPRESS_CONNECT_HEADERS 265
#define CLIBCURL_OPT_HTTP09_ALLOWED 285
#define CLIBCURL_OPT_QUICK_EXIT 322

#define CLIBCURL_INFO_PRETRANSFER_TIME 0x600035

#define CLIBCURL_PROTOCOLS_HTTP_AND_HTTPS 3
#define CLIBCURL_HTTP_VERSION_1_1 2
#define CLIBCURL_HTTP_VERSION_2_OVER_TLS 4
#define CLIBCURL_PAUSE_RECEIVE 1
#define CLIBCURL_PAUSE_NOTHING 0
#define CLIBCURL_RECEIVED_PAUSE 0x10000001
#define CLIBCURL_READ_ABORT 0x10000000
#define CLIBCURL_ERROR_SIZE 256

/// Loads the library once; later calls only answer.
bool clibcurl_available(void);
/// What kept the library from loading, or NULL.
const char *clibcurl_unavailable_reason(void);
clibcurl_info clibcurl_version(void);
/// libcurl's text for one of its error codes.
const char *clibcurl_describe(int code);

clibcurl_easy *clibcurl_easy_create(void);
void clibcurl_easy_destroy(clibcurl_easy *easy);
int clibcurl_easy_set_long(clibcurl_easy *easy, int option, long value);
int clibcurl_easy_set_offset(clibcurl_easy *easy, int option, int64_t value);
int clibcurl_easy_set_pointer(clibcurl_easy *easy, int option, const void *value);
int clibcurl_easy_set_receive(clibcurl_easy *easy, int option, clibcurl_receive value);
int clibcurl_easy_set_seek(clibcurl_easy *easy, int option, clibcurl_seek value);
int clibcurl_easy_set_list(clibcurl_easy *easy, int option, clibcurl_list *value);
int clibcurl_easy_pause(clibcurl_easy *easy, int what);
/// -1 where the library does not know.
int64_t clibcurl_easy_get_long(clibcurl_easy *easy, int info);
int64_t clibcurl_easy_get_offset(clibcurl_easy *easy, int info);

/// Returns the list with a copy of the line, or NULL and leaves the list as it was.
clibcurl_list *clibcurl_list_append(clibcurl_list *list, const char *line);
void clibcurl_list_destroy(clibcurl_list *list);

/// A descriptor that ends the wait of a driver made with it; -1 when the system has none left.
int clibcurl_wake_create(void);
void clibcurl_wake_destroy(int descriptor);
/// May be called on any thread.
void clibcurl_wake(int descriptor);

/// A multi handle with an event loop of its own, which the wake descriptor must outlive.
clibcurl_driver *clibcurl_driver_create(int wake, long max_idle_connections);
void clibcurl_driver_destroy(clibcurl_driver *driver);
int clibcurl_driver_add(clibcurl_driver *driver, clibcurl_easy *easy);
void clibcurl_driver_remove(clibcurl_driver *driver, clibcurl_easy *easy);
/// Waits for sockets, libcurl's timers or a wake, at most so long, and lets libcurl do what is due. -1 waits for ever.
void clibcurl_driver_turn(clibcurl_driver *driver, int64_t wait_ms);
/// Lets sockets wait: returns after so many milliseconds, or at a wake.
void clibcurl_driver_rest(clibcurl_driver *driver, int milliseconds);
/// The private pointer of a transfer that ended, with its error code; NULL when there is none left.
void *clibcurl_driver_next_ended(clibcurl_driver *driver, int *code);

/// Runs the body on a detached thread that takes no signals, SIGPIPE among them. False when there is no thread to have.
bool clibcurl_thread_start(void (*body)(void *), void *context);

#endif

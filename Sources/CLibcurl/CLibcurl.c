#define _GNU_SOURCE
#include "CLibcurl.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// From libcurl's public headers; all of it is binary interface and does not change.
typedef struct {
    int age;
    const char *version;
    unsigned version_number;
    const char *host;
    int features;
    const char *ssl_version;
} curl_version;

typedef struct {
    int message;
    clibcurl_easy *easy;
    union {
        void *whatever;
        int code;
    } data;
} curl_message;

typedef struct {
    int family;
    int type;
    int protocol;
    unsigned length;
    struct sockaddr address;
} curl_address;

typedef int (*curl_socket_callback)(clibcurl_easy *, int, int, void *, void *);
typedef int (*curl_open_socket)(void *, int, curl_address *);
typedef int (*curl_timer_callback)(void *, long, void *);

enum {
    GLOBAL_ALL = 3,
    FEATURE_LIBZ = 1 << 3,
    FEATURE_HTTP2 = 1 << 16,
    OPTION_OPENSOCKETFUNCTION = 20163,
    INFO_PRIVATE = 0x100015,
    MESSAGE_DONE = 1,
    MULTI_SOCKETFUNCTION = 20001,
    MULTI_SOCKETDATA = 10002,
    MULTI_PIPELINING = 3,
    MULTI_TIMERFUNCTION = 20004,
    MULTI_TIMERDATA = 10005,
    MULTI_MAXCONNECTS = 6,
    PIPELINING_MULTIPLEX = 2,
    WATCH_IN = 1,
    WATCH_OUT = 2,
    WATCH_NOTHING = 4,
    SELECT_IN = 1,
    SELECT_OUT = 2,
    SELECT_ERROR = 4,
    SOCKET_TIMEOUT = -1,
    SOCKET_BAD = -1,
};

static struct {
    int (*global_init)(long);
    curl_version *(*version_info)(int);
    clibcurl_easy *(*easy_init)(void);
    void (*easy_cleanup)(clibcurl_easy *);
    int (*easy_setopt)(clibcurl_easy *, int, ...);
    int (*easy_getinfo)(clibcurl_easy *, int, ...);
    int (*easy_pause)(clibcurl_easy *, int);
    const char *(*easy_strerror)(int);
    clibcurl_list *(*slist_append)(clibcurl_list *, const char *);
    void (*slist_free_all)(clibcurl_list *);
    void *(*multi_init)(void);
    int (*multi_cleanup)(void *);
    int (*multi_setopt)(void *, int, ...);
    int (*multi_add_handle)(void *, clibcurl_easy *);
    int (*multi_remove_handle)(void *, clibcurl_easy *);
    int (*multi_socket_action)(void *, int, int, int *);
    int (*multi_assign)(void *, int, void *);
    curl_message *(*multi_info_read)(void *, int *);
} curl;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *unavailable = "libcurl was not loaded";

static bool resolve(void *library) {
    struct {
        void *slot;
        const char *name;
    } symbols[] = {
        {&curl.global_init, "curl_global_init"},
        {&curl.version_info, "curl_version_info"},
        {&curl.easy_init, "curl_easy_init"},
        {&curl.easy_cleanup, "curl_easy_cleanup"},
        {&curl.easy_setopt, "curl_easy_setopt"},
        {&curl.easy_getinfo, "curl_easy_getinfo"},
        {&curl.easy_pause, "curl_easy_pause"},
        {&curl.easy_strerror, "curl_easy_strerror"},
        {&curl.slist_append, "curl_slist_append"},
        {&curl.slist_free_all, "curl_slist_free_all"},
        {&curl.multi_init, "curl_multi_init"},
        {&curl.multi_cleanup, "curl_multi_cleanup"},
        {&curl.multi_setopt, "curl_multi_setopt"},
        {&curl.multi_add_handle, "curl_multi_add_handle"},
        {&curl.multi_remove_handle, "curl_multi_remove_handle"},
        {&curl.multi_socket_action, "curl_multi_socket_action"},
        {&curl.multi_assign, "curl_multi_assign"},
        {&curl.multi_info_read, "curl_multi_info_read"},
    };
    for (size_t i = 0; i < sizeof symbols / sizeof symbols[0]; i++) {
        void *address = dlsym(library, symbols[i].name);
        if (!address) {
            unavailable = "libcurl lacks a function that is needed";
            return false;
        }
        *(void **)symbols[i].slot = address;
    }
    return true;
}

static void load(void) {
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.so"};
    void *library = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && !library; i++) {
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    }
    if (!library) {
        unavailable = "no libcurl.so.4 on this system";
    } else if (resolve(library)) {
        unavailable = curl.global_init(GLOBAL_ALL) == 0 ? NULL : "libcurl cannot start";
    }
}

bool clibcurl_available(void) {
    pthread_once(&once, load);
    return unavailable == NULL;
}

const char *clibcurl_unavailable_reason(void) {
    clibcurl_available();
    return unavailable;
}

clibcurl_info clibcurl_version(void) {
    clibcurl_info info = {"", "", false, false};
    if (!clibcurl_available()) return info;
    const curl_version *version = curl.version_info(0);
    info.version = version->version;
    info.tls = version->ssl_version ? version->ssl_version : "";
    info.http2 = (version->features & FEATURE_HTTP2) != 0;
    info.gzip = (version->features & FEATURE_LIBZ) != 0;
    return info;
}

const char *clibcurl_describe(int code) {
    return clibcurl_available() ? curl.easy_strerror(code) : unavailable;
}

static bool is_allowed(const clibcurl_gate *gate, const struct sockaddr *address) {
    if (!gate) return true;
    switch (address->sa_family) {
    case AF_INET: return gate->allows(gate->context, &((const struct sockaddr_in *)address)->sin_addr, 4);
    case AF_INET6: return gate->allows(gate->context, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
    default: return false;
    }
}

// A child process must not inherit a connection: it would stay open after it is closed here.
static int open_socket(void *context, int purpose, curl_address *address) {
    (void)purpose;
    if (!is_allowed(context, &address->address)) return SOCKET_BAD;
    return socket(address->family, address->type | SOCK_CLOEXEC, address->protocol);
}

clibcurl_easy *clibcurl_easy_create(void) {
    clibcurl_easy *easy = clibcurl_available() ? curl.easy_init() : NULL;
    if (easy) curl.easy_setopt(easy, OPTION_OPENSOCKETFUNCTION, (curl_open_socket)open_socket);
    return easy;
}

void clibcurl_easy_destroy(clibcurl_easy *easy) {
    curl.easy_cleanup(easy);
}

int clibcurl_easy_set_long(clibcurl_easy *easy, int option, long value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_set_offset(clibcurl_easy *easy, int option, int64_t value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_set_pointer(clibcurl_easy *easy, int option, const void *value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_set_receive(clibcurl_easy *easy, int option, clibcurl_receive value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_set_seek(clibcurl_easy *easy, int option, clibcurl_seek value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_set_list(clibcurl_easy *easy, int option, clibcurl_list *value) {
    return curl.easy_setopt(easy, option, value);
}

int clibcurl_easy_pause(clibcurl_easy *easy, int what) {
    return curl.easy_pause(easy, what);
}

int64_t clibcurl_easy_get_long(clibcurl_easy *easy, int info) {
    long value = 0;
    return curl.easy_getinfo(easy, info, &value) == 0 ? value : -1;
}

int64_t clibcurl_easy_get_offset(clibcurl_easy *easy, int info) {
    int64_t value = 0;
    return curl.easy_getinfo(easy, info, &value) == 0 ? value : -1;
}

clibcurl_list *clibcurl_list_append(clibcurl_list *list, const char *line) {
    return curl.slist_append(list, line);
}

void clibcurl_list_destroy(clibcurl_list *list) {
    if (list) curl.slist_free_all(list);
}

struct clibcurl_driver {
    void *multi;
    int epoll;
    int wake;
    int64_t timer; // when libcurl wants to be called next, in ms; -1 when it does not
};

static int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int watch(clibcurl_easy *easy, int descriptor, int interest, void *context, void *known) {
    (void)easy;
    clibcurl_driver *driver = context;
    struct epoll_event event = {.data.fd = descriptor};
    if (interest == WATCH_NOTHING) {
        epoll_ctl(driver->epoll, EPOLL_CTL_DEL, descriptor, &event);
        curl.multi_assign(driver->multi, descriptor, NULL);
        return 0;
    }
    if (interest & WATCH_IN) event.events |= EPOLLIN;
    if (interest & WATCH_OUT) event.events |= EPOLLOUT;
    // A descriptor may have been closed and its number given anew, so each way falls back to the other.
    if (epoll_ctl(driver->epoll, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, descriptor, &event) != 0) {
        if (errno == ENOENT) {
            epoll_ctl(driver->epoll, EPOLL_CTL_ADD, descriptor, &event);
        } else if (errno == EEXIST) {
            epoll_ctl(driver->epoll, EPOLL_CTL_MOD, descriptor, &event);
        }
    }
    curl.multi_assign(driver->multi, descriptor, driver);
    return 0;
}

static int set_timer(void *multi, long wait_ms, void *context) {
    (void)multi;
    clibcurl_driver *driver = context;
    driver->timer = wait_ms < 0 ? -1 : now_ms() + wait_ms;
    return 0;
}

int clibcurl_wake_create(void) {
    return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

void clibcurl_wake_destroy(int descriptor) {
    close(descriptor);
}

void clibcurl_wake(int descriptor) {
    uint64_t one = 1;
    // Fails only when the counter is full, and then the wake is already on its way.
    ssize_t written = write(descriptor, &one, sizeof one);
    (void)written;
}

clibcurl_driver *clibcurl_driver_create(int wake, long max_idle_connections) {
    clibcurl_driver *driver = clibcurl_available() ? calloc(1, sizeof *driver) : NULL;
    if (!driver) return NULL;
    driver->wake = wake;
    driver->timer = -1;
    driver->epoll = epoll_create1(EPOLL_CLOEXEC);
    driver->multi = curl.multi_init();
    struct epoll_event event = {.events = EPOLLIN, .data.fd = wake};
    if (driver->epoll < 0 || !driver->multi || epoll_ctl(driver->epoll, EPOLL_CTL_ADD, wake, &event) != 0) {
        clibcurl_driver_destroy(driver);
        return NULL;
    }
    curl.multi_setopt(driver->multi, MULTI_SOCKETFUNCTION, (curl_socket_callback)watch);
    curl.multi_setopt(driver->multi, MULTI_SOCKETDATA, (void *)driver);
    curl.multi_setopt(driver->multi, MULTI_TIMERFUNCTION, (curl_timer_callback)set_timer);
    curl.multi_setopt(driver->multi, MULTI_TIMERDATA, (void *)driver);
    curl.multi_setopt(driver->multi, MULTI_PIPELINING, (long)PIPELINING_MULTIPLEX);
    curl.multi_setopt(driver->multi, MULTI_MAXCONNECTS, max_idle_connections);
    return driver;
}

void clibcurl_driver_destroy(clibcurl_driver *driver) {
    if (driver->multi) curl.multi_cleanup(driver->multi);
    if (driver->epoll >= 0) close(driver->epoll);
    free(driver);
}

int clibcurl_driver_add(clibcurl_driver *driver, clibcurl_easy *easy) {
    return curl.multi_add_handle(driver->multi, easy);
}

void clibcurl_driver_remove(clibcurl_driver *driver, clibcurl_easy *easy) {
    curl.multi_remove_handle(driver->multi, easy);
}

void clibcurl_driver_turn(clibcurl_driver *driver, int64_t wait_ms) {
    struct epoll_event events[64];
    int running = 0;
    if (driver->timer >= 0) {
        int64_t left = driver->timer - now_ms();
        if (left < 0) left = 0;
        if (wait_ms < 0 || left < wait_ms) wait_ms = left;
    }
    if (wait_ms > 3600000) wait_ms = 3600000;
    int count = epoll_wait(driver->epoll, events, 64, (int)wait_ms);
    for (int i = 0; i < count; i++) {
        if (events[i].data.fd == driver->wake) {
            uint64_t wakes;
            ssize_t got = read(driver->wake, &wakes, sizeof wakes);
            (void)got;
            continue;
        }
        int what = 0;
        if (events[i].events & (EPOLLIN | EPOLLHUP)) what |= SELECT_IN;
        if (events[i].events & EPOLLOUT) what |= SELECT_OUT;
        if (events[i].events & EPOLLERR) what |= SELECT_ERROR;
        curl.multi_socket_action(driver->multi, events[i].data.fd, what, &running);
    }
    if (driver->timer >= 0 && driver->timer <= now_ms()) {
        driver->timer = -1;
        curl.multi_socket_action(driver->multi, SOCKET_TIMEOUT, 0, &running);
    }
}

void clibcurl_driver_rest(clibcurl_driver *driver, int milliseconds) {
    struct pollfd wake = {.fd = driver->wake, .events = POLLIN};
    poll(&wake, 1, milliseconds);
}

void *clibcurl_driver_next_ended(clibcurl_driver *driver, int *code) {
    int left = 0;
    for (;;) {
        curl_message *message = curl.multi_info_read(driver->multi, &left);
        if (!message) return NULL;
        if (message->message != MESSAGE_DONE) continue;
        void *context = NULL;
        curl.easy_getinfo(message->easy, INFO_PRIVATE, &context);
        *code = message->data.code;
        return context;
    }
}

typedef struct {
    void (*body)(void *);
    void *context;
} thread_start;

static void *run_thread(void *argument) {
    thread_start start = *(thread_start *)argument;
    free(argument);
    pthread_setname_np(pthread_self(), "massgen-http");
    start.body(start.context);
    return NULL;
}

bool clibcurl_thread_start(void (*body)(void *), void *context) {
    thread_start *start = malloc(sizeof *start);
    if (!start) return false;
    *start = (thread_start){body, context};
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 1 << 20);
    sigset_t all, before;
    sigfillset(&all);
    // The new thread inherits the mask, and so do libcurl's resolver threads after it.
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    bool started = pthread_create(&thread, &attributes, run_thread, start) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    if (!started) free(start);
    return started;
}

#endif

#include "CLibcurl.h"

#if !defined(__linux__)

// Other systems have a transport of their own; here is only what lets the callers compile.

static const char reason[] = "libcurl is only used on Linux";

bool clibcurl_available(void) { return false; }
const char *clibcurl_unavailable_reason(void) { return reason; }
clibcurl_info clibcurl_version(void) { return (clibcurl_info){"", "", false, false}; }
const char *clibcurl_describe(int code) { (void)code; return reason; }
clibcurl_easy *clibcurl_easy_create(void) { return NULL; }
void clibcurl_easy_destroy(clibcurl_easy *easy) { (void)easy; }
int clibcurl_easy_set_long(clibcurl_easy *easy, int option, long value) {
    (void)easy; (void)option; (void)value; return -1;
}
int clibcurl_easy_set_offset(clibcurl_easy *easy, int option, int64_t value) {
    (void)easy; (void)option; (void)value; return -1;
}
int clibcurl_easy_set_pointer(clibcurl_easy *easy, int option, const void *value) {
    (void)easy; (void)option; (void)value; return -1;
}
int clibcurl_easy_set_receive(clibcurl_easy *easy, int option, clibcurl_receive value) {
    (void)easy; (void)option; (void)value; return -1;
}
int clibcurl_easy_set_list(clibcurl_easy *easy, int option, clibcurl_list *value) {
    (void)easy; (void)option; (void)value; return -1;
}
int clibcurl_easy_pause(clibcurl_easy *easy, int what) { (void)easy; (void)what; return -1; }
int64_t clibcurl_easy_get_long(clibcurl_easy *easy, int info) { (void)easy; (void)info; return -1; }
int64_t clibcurl_easy_get_offset(clibcurl_easy *easy, int info) { (void)easy; (void)info; return -1; }
clibcurl_list *clibcurl_list_append(clibcurl_list *list, const char *line) { (void)list; (void)line; return NULL; }
void clibcurl_list_destroy(clibcurl_list *list) { (void)list; }
int clibcurl_wake_create(void) { return -1; }
void clibcurl_wake_destroy(int descriptor) { (void)descriptor; }
void clibcurl_wake(int descriptor) { (void)descriptor; }
clibcurl_driver *clibcurl_driver_create(int wake, long max_idle_connections) {
    (void)wake; (void)max_idle_connections; return NULL;
}
void clibcurl_driver_destroy(clibcurl_driver *driver) { (void)driver; }
int clibcurl_driver_add(clibcurl_driver *driver, clibcurl_easy *easy) { (void)driver; (void)easy; return -1; }
void clibcurl_driver_remove(clibcurl_driver *driver, clibcurl_easy *easy) { (void)driver; (void)easy; }
void clibcurl_driver_turn(clibcurl_driver *driver, int64_t wait_ms) { (void)driver; (void)wait_ms; }
void clibcurl_driver_rest(clibcurl_driver *driver, int milliseconds) { (void)driver; (void)milliseconds; }
void *clibcurl_driver_next_ended(clibcurl_driver *driver, int *code) { (void)driver; (void)code; return NULL; }
bool clibcurl_thread_start(void (*body)(void *), void *context) { (void)body; (void)context; return false; }

#endif

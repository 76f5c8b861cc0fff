/* The published Node-API headers leave out what is experimental. The development runtime's Node has these parts of it:
 * references to strings come with the version number, and finalizers must be postponed where they touch the heap. */
#define NAPI_VERSION 2147483647
#include <node_api.h>
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env, napi_finalize finalize, void *data,
                                                           void *hint);
EXTERN_C_END

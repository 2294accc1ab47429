/* zlib: reads gzip files, plain ones too. */
#include <zlib.h>

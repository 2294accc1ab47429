/* OpenSSL's SHA-256: the fingerprint of every file and plan input. */
#include <openssl/evp.h>

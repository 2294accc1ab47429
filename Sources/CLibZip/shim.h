/* libzip: the parts of a workbook file, unpacked piece by piece. */
#include <zip.h>

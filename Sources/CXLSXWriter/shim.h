/* libxlsxwriter: workbooks for spreadsheet programs. */
#include <xlsxwriter.h>

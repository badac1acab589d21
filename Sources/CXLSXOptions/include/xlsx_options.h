#ifndef BANGFU_XLSX_OPTIONS_H
#define BANGFU_XLSX_OPTIONS_H

// What libxlsxwriter has no option for: docs/decisions/0085.

// How hard the entries of a workbook are compressed, 1 to 9.
enum { workbookCompressionLevel = 3 };

// As the folder for temporary files: the parts of a workbook are kept in memory until it is finished.
static const char *const workbookPartsInMemory = "memory:";

#endif

#include <xlsxwriter.h>

// A file in memory, under no name. The C library declares it for GNU sources only, which the
// importer's headers are not; the flag is MFD_CLOEXEC.
int memfd_create(const char *name, unsigned int flags);
static const unsigned int closeOnExecution = 1U;

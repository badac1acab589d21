#define _GNU_SOURCE
#include "xlsx_options.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

// libxlsxwriter opens each entry of a workbook through minizip at zlib's usual level. The function it
// calls is defined here, where the dynamic linker finds it first, and passes everything on but how hard
// the entry is compressed.

typedef int (*open_entry)(
    void *file, const char *name, const void *info, const void *local_extra,
    unsigned local_extra_size, const void *global_extra, unsigned global_extra_size,
    const char *comment, int method, int level, int raw, int window_bits, int memory_level,
    int strategy, const char *password, unsigned long password_crc, unsigned long made_by,
    unsigned long flags, int zip64);

static open_entry open_in_library = NULL;

__attribute__((constructor)) static void find_in_library(void) {
  open_in_library = (open_entry)dlsym(RTLD_NEXT, "zipOpenNewFileInZip4_64");
}

// Whether an entry takes a few thousand bytes whatever the workbook holds. zlib clears 256 KiB for
// each entry, which takes longer than compressing one of these.
static int is_always_small(const char *name) {
  static const char *const growing[] = {"xl/worksheets/sheet", "xl/sharedStrings", "xl/comments",
                                        "xl/drawings/"};
  for (size_t i = 0; i < sizeof growing / sizeof *growing; i++) {
    if (strncmp(name, growing[i], strlen(growing[i])) == 0) return 0;
  }
  return 1;
}

__attribute__((visibility("default"))) int zipOpenNewFileInZip4_64(
    void *file, const char *name, const void *info, const void *local_extra,
    unsigned local_extra_size, const void *global_extra, unsigned global_extra_size,
    const char *comment, int method, int level, int raw, int window_bits, int memory_level,
    int strategy, const char *password, unsigned long password_crc, unsigned long made_by,
    unsigned long flags, int zip64) {
  const int parameter_error = -102;  // ZIP_PARAMERROR
  const int usual_level = -1;        // Z_DEFAULT_COMPRESSION
  if (open_in_library == NULL || name == NULL) return parameter_error;
  if (level == usual_level) {
    level = workbookCompressionLevel;
    if (is_always_small(name)) {
      window_bits = -12;  // 4 KiB, without a header, as in every archive
      memory_level = 5;
    }
  }
  return open_in_library(
      file, name, info, local_extra, local_extra_size, global_extra, global_extra_size, comment,
      method, level, raw, window_bits, memory_level, strategy, password, password_crc, made_by,
      flags, zip64);
}

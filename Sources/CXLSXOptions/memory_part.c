#define _GNU_SOURCE
#include "xlsx_options.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

// libxlsxwriter writes every part of a workbook to a temporary file and reads it again: twenty files
// for the workbook of one unit. The function it asks for one is defined here, where the dynamic linker
// finds it first, and gives a file in memory where the folder's name says so.

typedef struct {
  char *bytes;
  size_t count;
  size_t room;
  size_t place;
} part;

static ssize_t read_part(void *cookie, char *buffer, size_t size) {
  part *own = cookie;
  size_t left = own->place < own->count ? own->count - own->place : 0;
  size_t taken = size < left ? size : left;
  memcpy(buffer, own->bytes + own->place, taken);
  own->place += taken;
  return (ssize_t)taken;
}

static int make_room(part *own, size_t needed) {
  if (needed <= own->room) return 1;
  size_t room = own->room < 4096 ? 4096 : own->room;
  while (room < needed) room *= 2;
  char *bytes = realloc(own->bytes, room);
  if (bytes == NULL) return 0;
  own->bytes = bytes;
  own->room = room;
  return 1;
}

static ssize_t write_part(void *cookie, const char *buffer, size_t size) {
  part *own = cookie;
  if (!make_room(own, own->place + size)) {
    errno = ENOMEM;
    return 0;
  }
  if (own->place > own->count) memset(own->bytes + own->count, 0, own->place - own->count);
  memcpy(own->bytes + own->place, buffer, size);
  own->place += size;
  if (own->place > own->count) own->count = own->place;
  return (ssize_t)size;
}

static int seek_part(void *cookie, off64_t *offset, int whence) {
  part *own = cookie;
  off64_t base = whence == SEEK_SET ? 0 : (off64_t)(whence == SEEK_CUR ? own->place : own->count);
  off64_t place = base + *offset;
  if (place < 0) {
    errno = EINVAL;
    return -1;
  }
  own->place = (size_t)place;
  *offset = place;
  return 0;
}

static int close_part(void *cookie) {
  part *own = cookie;
  free(own->bytes);
  free(own);
  return 0;
}

static FILE *open_part(void) {
  part *own = calloc(1, sizeof *own);
  if (own == NULL) return NULL;
  cookie_io_functions_t functions = {read_part, write_part, seek_part, close_part};
  FILE *file = fopencookie(own, "w+", functions);
  if (file == NULL) free(own);
  return file;
}

typedef FILE *(*make_file)(const char *folder);

static make_file make_in_library = NULL;

__attribute__((constructor)) static void find_in_library(void) {
  make_in_library = (make_file)dlsym(RTLD_NEXT, "lxw_tmpfile");
}

__attribute__((visibility("default"))) FILE *lxw_tmpfile(const char *folder) {
  if (folder != NULL && strcmp(folder, workbookPartsInMemory) == 0) return open_part();
  return make_in_library != NULL ? make_in_library(folder) : tmpfile();
}

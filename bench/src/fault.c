/* Stands between the program and the system. While the file that PANA_FAULT names is there, whatever is written to a file of the confided
   room is refused: with ENOSPC if the file begins with "f", with EIO otherwise, and then waiting for the disk fails too. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int fault(int fd, int waits) {
  const char *name = getenv("PANA_FAULT");
  if (!name) return 0;
  int (*opened)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = opened(name, O_RDONLY);
  if (file < 0) return 0;
  char kind = 0;
  ssize_t got = read(file, &kind, 1);
  close(file);
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (got != 1 || length < 0) return 0;
  path[length] = 0;
  if (!strstr(path, "casework.sqlite")) return 0;
  if (kind == 'f') return waits ? 0 : ENOSPC;
  return EIO;
}

#define REFUSE(fd, waits) do { int no = fault(fd, waits); if (no) { errno = no; return -1; } } while (0)
#define NEXT(name) static __typeof__(name) *next; if (!next) next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *bytes, size_t count) {
  NEXT(write);
  REFUSE(fd, 0);
  return next(fd, bytes, count);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
  NEXT(pwrite);
  REFUSE(fd, 0);
  return next(fd, bytes, count, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  NEXT(pwrite64);
  REFUSE(fd, 0);
  return next(fd, bytes, count, at);
}
int fsync(int fd) {
  NEXT(fsync);
  REFUSE(fd, 1);
  return next(fd);
}
int fdatasync(int fd) {
  NEXT(fdatasync);
  REFUSE(fd, 1);
  return next(fd);
}

// murctl: the hub's command line.
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

#include "broker/ctl/command_line.h"
#include "shared/base/core_dump.h"

namespace {

std::size_t terminal_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0 || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

}  // namespace

int main(int argc, char** argv) {
  ::umask(S_IRWXG | S_IRWXO);  // keys and what is exported are their owner's
  mur::leave_no_core_dump();
  const auto random = mur::make_system_random();
  return mur::ctl::run(argc, argv, {.out = std::cout, .err = std::cerr, .width = terminal_width(), .random = *random});
}

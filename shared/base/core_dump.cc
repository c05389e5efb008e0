#include "shared/base/core_dump.h"

#include <sys/resource.h>

namespace mur {

void leave_no_core_dump() {
  const rlimit none{.rlim_cur = 0, .rlim_max = 0};
  (void)::setrlimit(RLIMIT_CORE, &none);  // lowering it is always allowed
}

}  // namespace mur

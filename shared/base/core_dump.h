#pragma once

namespace mur {

/// From now on this process leaves no file with its memory when it crashes: contacts are in clear there while they are
/// typed or opened (setrlimit(2), RLIMIT_CORE; a core_pattern that pipes, as systemd-coredump's, is told of it).
void leave_no_core_dump();

}  // namespace mur

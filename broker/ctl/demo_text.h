#pragma once

#include <string_view>

namespace mur::ctl {

/// assets/demo/demo.toml, as it was when murctl was built: a demonstration needs no installed files.
[[nodiscard]] std::string_view demo_text();

}  // namespace mur::ctl

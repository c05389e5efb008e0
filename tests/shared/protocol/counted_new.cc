// Replaces the program's operator new and delete; in a file of its own, because where g++ 12 can inline them it takes
// malloc and free for a mismatch.
#include "tests/shared/protocol/counted_new.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> total{0};
}  // namespace

namespace mur::counted {
std::size_t allocated() { return total; }
}  // namespace mur::counted

void* operator new(std::size_t size) {
  total += size;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#include "broker/transport/session.h"

namespace mur::transport {

void Unacknowledged::sent(Seq seq, std::size_t bytes) {
  batches_.push_back({seq, bytes});
  bytes_ += bytes;
}

void Unacknowledged::applied(Seq seq) {
  while (!batches_.empty() && batches_.front().seq <= seq) {
    bytes_ -= batches_.front().bytes;
    batches_.pop_front();
  }
}

void Unacknowledged::clear() {
  batches_.clear();
  bytes_ = 0;
}

}  // namespace mur::transport

#include "broker/ctl/left_text.h"

#include "broker/ctl/record_text.h"
#include "broker/ctl/reply_text.h"

namespace mur::ctl {

Json json_of_left(const RecordId& post, const Wall& wall) {
  const StampedRecord* stamped = wall.find(post);
  if (stamped == nullptr) return nullptr;
  if (const auto* offer = std::get_if<Offer>(&stamped->record)) {
    Json object = json_of(*offer);
    if (!offer->details.first_name.empty()) object["first_name"] = offer->details.first_name;
    object["may_be_called"] = offer->details.may_be_called;
    return object;
  }
  if (const auto* reply = std::get_if<Reply>(&stamped->record)) return json_of(*reply, wall);
  if (const auto* event = std::get_if<Event>(&stamped->record)) return json_of(*event, wall);
  if (const auto* story = std::get_if<Story>(&stamped->record)) return json_of(*story, wall);
  if (const auto* report = std::get_if<Report>(&stamped->record))
    return Json{
        {"of", to_string(report->post)}, {"reason", to_string(report->reason)}, {"status", to_string(report->status)}};
  return nullptr;
}

}  // namespace mur::ctl

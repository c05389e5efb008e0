#include "broker/ctl/hub_page.h"

#include "broker/mail/letter_text.h"

namespace mur::ctl {

bool wants_french(const std::string& asked_for, const Hub* hub) {
  return asked_for.empty() ? broker::speaks_french(hub) : asked_for.starts_with("fr");
}

std::string fill_in(std::string_view page, const Hub* hub,
                    const std::vector<std::pair<std::string, std::string>>& more) {
  const Hub unknown;
  const Hub& known = hub == nullptr ? unknown : *hub;
  std::vector<std::pair<std::string, std::string>> values{{"{hub}", known.name},
                                                          {"{controller}", known.privacy.controller},
                                                          {"{address}", known.privacy.address},
                                                          {"{rights}", known.privacy.rights_contact},
                                                          {"{dpo}", known.privacy.dpo},
                                                          {"{director}", known.privacy.publication_director},
                                                          {"{host}", known.privacy.host}};
  values.insert(values.end(), more.begin(), more.end());
  std::string text(page);
  for (const auto& [name, value] : values) {
    const std::string said = value.empty() ? "…" : value;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + said.size()))
      text.replace(at, name.size(), said);
  }
  return text;
}

}  // namespace mur::ctl

#include "broker/ctl/context.h"

#include <fmt/format.h>

#include <ostream>

#include "broker/config.h"
#include "broker/ctl/plain.h"
#include "broker/ctl/words.h"
#include "shared/calendar/instant.h"
#include "shared/domain/span.h"

namespace mur::ctl {

Result<const Clock*> Context::clock() {
  if (clock_) return clock_.get();
  if (globals_.clock.empty()) {
    clock_ = make_system_clock();
    return clock_.get();
  }
  const Result<TimePoint> start = calendar::parse_instant(globals_.clock, zone());
  if (!start) return fail(Errc::invalid, "--clock", start.error().message);
  clock_ = make_clock_starting_at(*start);
  return clock_.get();
}

calendar::Zone Context::zone() {
  if (client_ && client_->wall().hub() != nullptr) return zone_of(client_->wall().hub());
  if (const auto settings = broker::HubFile(globals_.data / "hub.toml").read()) return zone_of(&settings->hub);
  return calendar::Zone::utc();
}

Result<Client*> Context::client(Client::Look look) {
  if (client_) return client_.get();
  const std::filesystem::path path = globals_.key.empty() ? globals_.data / "keys" / "admin.key" : globals_.key;
  Result<link::KeyFile> key = link::read_key_file(path);
  if (!key && key.error().code == Errc::not_found)
    return fail(Errc::not_found, "--key",
                fmt::format("there is no key at {}; give one with --key FILE, or the hub's folder with --data DIR",
                            path.string()));
  if (!key) return fail(key.error());
  if (!globals_.broker.empty()) key->brokers = {globals_.broker};
  const Result<const Clock*> time = clock();
  if (!time) return fail(time.error());
  std::optional<Milliseconds> patience;
  if (globals_.wait) patience = std::chrono::duration_cast<Milliseconds>(std::chrono::duration<double>(*globals_.wait));
  Result<std::unique_ptr<Client>> client =
      Client::connect({.key = std::move(*key), .look = look, .patience = patience}, **time, around_.random);
  if (!client) return fail(client.error());
  client_ = std::move(*client);
  return client_.get();
}

void Context::show(const Table& table, std::string_view when_empty) {
  if (json())
    out() << table.json();
  else if (table.empty())
    out() << when_empty << '\n';
  else
    out() << table.text(around_.width);
}

void Context::say(const std::string& text, const Json& object) {
  if (json())
    out() << json_line(object) << '\n';
  else
    out() << plain_lines(text) << '\n';
}

void Context::say(const std::string& what, const Receipt& receipt, Ending ending) {
  Json object{{"about", to_string(receipt.about)}, {"changed", receipt.changed}, {"seq", receipt.seq}};
  if (receipt.status) object["status"] = to_string(*receipt.status);
  std::string text = what;
  if (!receipt.changed && ending == Ending::none)
    text = "Nothing changed, it was so already: " + what;
  else if (!receipt.changed)
    text += ": it was so already";
  else if (receipt.status && ending == Ending::status)
    text += ": " + in_words(*receipt.status);
  say(text, object);
}

Status Context::carry_out(Command command, const std::string& what, Ending ending) {
  const Result<Client*> broker = client();
  if (!broker) return fail(broker.error());
  const Result<Receipt> receipt = (*broker)->submit(std::move(command));
  if (!receipt) return fail(receipt.error());
  say(what, *receipt, ending);
  return {};
}

void Context::warn(const std::string& text, const Json& object) {
  if (json())
    around_.err << json_line(object) << '\n';
  else
    around_.err << "murctl: " << plain_lines(text) << '\n';
}

// What is forbidden is so as a whole, and its field may be our own name of what was asked: for programs.
void Context::write(const Error& error) {
  if (json())
    around_.err << json_line(Json{{"error", to_string(error.code)}, {"field", error.field}, {"message", error.message}})
                << '\n';
  else if (error.code == Errc::forbidden || error.field.empty() || error.message.starts_with(error.field))
    around_.err << "murctl: " << plain_lines(error.message.empty() ? to_string(error.code) : error.message) << '\n';
  else
    around_.err << "murctl: " << plain(error.field) << ": "
                << plain_lines(error.message.empty() ? to_string(error.code) : error.message) << '\n';
}

void Context::complain(const Error& error) {
  complained_ = true;
  write(error);
}

}  // namespace mur::ctl

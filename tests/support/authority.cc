#include "tests/support/authority.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace mur::test {
namespace {

template <auto free>
struct Freed {
  template <class Thing>
  void operator()(Thing* thing) const {
    free(thing);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<::EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freed<::X509_free>>;
using Text = std::unique_ptr<BIO, Freed<::BIO_free_all>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<::X509_EXTENSION_free>>;

void must(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("OpenSSL: no ") + what);
}

std::string text_of(BIO* bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio, &data);
  return {data, static_cast<std::size_t>(size)};
}

Key read_key(const std::string& pem) {
  const Text bio(::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return Key(::PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

Cert read_certificate(const std::string& pem) {
  const Text bio(::BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return Cert(::PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

struct Wish {
  std::string name;
  std::string alternative_names;  // empty: none
  bool is_authority = false;
  bool is_over = false;
};

void extend(X509* certificate, X509* issuer, int which, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  ::X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Extension extension(::X509V3_EXT_conf_nid(nullptr, &context, which, value.c_str()));
  must(extension != nullptr && ::X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

/// Signed by `issuer`, or by itself.
Certificate make(const Wish& wish, const Certificate* issuer) {
  const Key key(EVP_EC_gen("P-256"));
  const Cert certificate(::X509_new());
  must(key && certificate, "key");
  ::X509_set_version(certificate.get(), X509_VERSION_3);
  // A serial number of its own: the key's first bytes would do, the object's address is as good.
  ::ASN1_INTEGER_set_uint64(::X509_get_serialNumber(certificate.get()), reinterpret_cast<std::uintptr_t>(key.get()));
  ::ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), "20000101000000Z");
  ::ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()),
                              wish.is_over ? "20010101000000Z" : "99991231235959Z");
  ::X509_set_pubkey(certificate.get(), key.get());
  ::X509_NAME_add_entry_by_txt(::X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(wish.name.c_str()), -1, -1, 0);
  const Cert above = issuer == nullptr ? nullptr : read_certificate(issuer->pem);
  const Key above_key = issuer == nullptr ? nullptr : read_key(issuer->key_pem);
  X509* signer = above ? above.get() : certificate.get();
  ::X509_set_issuer_name(certificate.get(), ::X509_get_subject_name(signer));
  extend(certificate.get(), signer, NID_basic_constraints,
         wish.is_authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
  if (!wish.alternative_names.empty()) extend(certificate.get(), signer, NID_subject_alt_name, wish.alternative_names);
  must(::X509_sign(certificate.get(), above_key ? above_key.get() : key.get(), ::EVP_sha256()) != 0, "signature");

  const Text pem(::BIO_new(::BIO_s_mem()));
  const Text key_pem(::BIO_new(::BIO_s_mem()));
  must(::PEM_write_bio_X509(pem.get(), certificate.get()) == 1, "PEM");
  must(::PEM_write_bio_PrivateKey(key_pem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1, "PEM");
  return {text_of(pem.get()), text_of(key_pem.get())};
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ",") + name;
  return list;
}

}  // namespace

Authority::Authority(const std::string& name) : own_{make({.name = name, .is_authority = true}, nullptr)} {}

Certificate Authority::issue(const std::vector<std::string>& names, Life life) const {
  return make({.name = "Mur's test server", .alternative_names = joined(names), .is_over = life == Life::over}, &own_);
}

Certificate Authority::self_signed(const std::vector<std::string>& names) {
  return make({.name = "Mur's lonely server", .alternative_names = joined(names)}, nullptr);
}

}  // namespace mur::test

#include "reports/xapi_ids.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace huashu::app {

std::string uuid_of_name(std::string_view name) {
    // 6ba7b811-9dad-11d1-80b4-00c04fd430c8: RFC 9562's namespace of URLs.
    constexpr std::array<unsigned char, 16> urls{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    std::array<guint8, 20> bytes{};
    gsize size = bytes.size();
    GChecksum* sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, urls.data(), static_cast<gssize>(urls.size()));
    g_checksum_update(sum, reinterpret_cast<const guchar*>(name.data()), static_cast<gssize>(name.size()));
    g_checksum_get_digest(sum, bytes.data(), &size);
    g_checksum_free(sum);
    bytes[6] = static_cast<guint8>((bytes[6] & 0x0Fu) | 0x50u);
    bytes[8] = static_cast<guint8>((bytes[8] & 0x3Fu) | 0x80u);
    std::string out;
    for (std::size_t i = 0; i < 16; ++i) {
        char hex[4];
        std::snprintf(hex, sizeof hex, "%02x", static_cast<unsigned>(bytes[i]));
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += hex;
    }
    return out;
}

std::string iso_time(std::int64_t ms_since_1970) {
    const auto seconds = static_cast<std::time_t>(ms_since_1970 / 1000);
    std::tm utc{};
    char text[40] = "1970-01-01T00:00:00";
    if (gmtime_r(&seconds, &utc) != nullptr) std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &utc);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(ms_since_1970 % 1000));
    return std::string(text) + fraction;
}

std::string iso_duration(std::int64_t ms) {
    const std::int64_t hundredths = std::max<std::int64_t>(0, ms) / 10;
    const std::int64_t minutes = hundredths / 6000, rest = hundredths % 6000;
    char text[64];
    std::snprintf(text, sizeof text, "PT%lldM%lld.%02lldS", static_cast<long long>(minutes),
                  static_cast<long long>(rest / 100), static_cast<long long>(rest % 100));
    return text;
}

}  // namespace huashu::app

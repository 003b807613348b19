// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/base64.h"

#include <gtest/gtest.h>

namespace alignoscope::storage {
namespace {

// RFC 4648, section 10
TEST(Base64, AgreesWithTheStandard)
{
    const std::pair<const char*, const char*> vectors[] = {{"", ""},
                                                           {"f", "Zg=="},
                                                           {"fo", "Zm8="},
                                                           {"foo", "Zm9v"},
                                                           {"foob", "Zm9vYg=="},
                                                           {"fooba", "Zm9vYmE="},
                                                           {"foobar", "Zm9vYmFy"}};
    for (const auto& [bytes, text] : vectors) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(fromBase64(text), bytes);
    }
}

TEST(Base64, KeepsEveryByte)
{
    std::string bytes;
    for (int i = 0; i < 1024; ++i)
        bytes += static_cast<char>(i * 7 + i / 256);
    EXPECT_EQ(fromBase64(base64(bytes)), bytes);
}

TEST(Base64, RefusesWhatItWouldNotWrite)
{
    for (const char* text : {"Z", "Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm\n9", "Zm9v "})
        EXPECT_EQ(fromBase64(text), std::nullopt) << text;
}

} // namespace
} // namespace alignoscope::storage

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alignoscope/scratch_array.h"

#include <string>

namespace alignoscope {

/// A nameless file of the scratch folder, mapped into memory as a whole.
class ScratchBytes::File {
public:
    /// Throws Error(Storage), like `grow`.
    explicit File(std::size_t bytes);
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    /// To at least so many bytes, which may move; when it throws nothing has changed.
    void grow(std::size_t bytes);
    [[nodiscard]] std::byte* data() const { return m_data; }
    [[nodiscard]] std::size_t size() const { return m_size; } ///< whole pages

private:
    void allocate(std::size_t bytes) const;

    std::string m_folder;
    int m_file = -1;
    std::byte* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace alignoscope

// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_problem.h"

#include <cerrno>
#include <system_error>
#include <utility>

namespace alignoscope::storage {

namespace {

std::string systemWords(int code)
{
    return std::generic_category().message(code);
}

} // namespace

Error storageError(const std::filesystem::path& where, std::string what, std::string expected, std::string got,
                   std::string advice)
{
    return {ErrorKind::Storage,
            {where.string(), std::move(what), std::move(expected), std::move(got), std::move(advice)}};
}

Error writeError(const std::filesystem::path& path, int code)
{
    switch (code) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return storageError(path, "the disk is full", {}, systemWords(code),
                            "Free some space and try again; what was saved before is still there.");
    case EACCES:
    case EPERM:
        return storageError(path, "there is no permission to write here", {}, {},
                            "Choose another folder or change the permissions of this one.");
    case EROFS:
        return storageError(path, "the disk is read-only", {}, {}, "Choose a folder on another disk.");
    case ENOENT:
    case ENOTDIR:
        return storageError(path, "the folder it belongs in does not exist", {}, {},
                            "Make the folder first or choose another one.");
    case EISDIR:
        return storageError(path, "there is a folder of this name", "a file", "a folder", "Choose another name.");
    case ENAMETOOLONG:
        return storageError(path, "the name is too long", {}, {}, "Choose a shorter name.");
    default:
        return storageError(path, "writing failed", {}, systemWords(code),
                            "Check the disk and try again; what was saved before is still there.");
    }
}

Error readError(const std::filesystem::path& path, int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return storageError(path, "there is no such file", {}, {}, "Check the name, or restore the file from a copy.");
    case EACCES:
    case EPERM:
        return storageError(path, "there is no permission to read it", {}, {}, "Change the permissions of the file.");
    case EISDIR:
        return storageError(path, "this is not a file", "a file", "a folder", "Check the name.");
    default:
        return storageError(path, "reading failed", {}, systemWords(code), "Check the disk and try again.");
    }
}

} // namespace alignoscope::storage

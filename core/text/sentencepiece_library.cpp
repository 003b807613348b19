// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/sentencepiece_library.h"

#include <sentencepiece_trainer.h>

#include <new>
#include <unordered_map>

namespace alignoscope::text {
namespace {

/// The library has no function for this; a training without anything to train on sets the level and fails.
bool silence()
{
    using Settings = std::unordered_map<std::string, std::string>;
    static_cast<void>(sentencepiece::SentencePieceTrainer::Train(Settings{{"minloglevel", "3"}}));
    return true;
}

/// Without its source file and condition: "Internal: src/x.cc(12) [(a) <= (b)] what is wrong".
std::string reason(const sentencepiece::util::Status& status)
{
    const std::string text = status.ToString();
    const auto bracket = text.find("] ");
    return bracket == text.npos ? text : text.substr(bracket + 2);
}

[[noreturn]] void fail(Problem problem, std::string got)
{
    problem.got = std::move(got);
    throw Error(ErrorKind::Input, std::move(problem));
}

} // namespace

void callSentencePiece(const Problem& problem, const std::function<sentencepiece::util::Status()>& call)
{
    static const bool silent = silence();
    static_cast<void>(silent);
    try {
        if (const auto status = call(); !status.ok())
            fail(problem, reason(status));
    } catch (const Error&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& exception) {
        fail(problem, exception.what());
    }
}

} // namespace alignoscope::text
